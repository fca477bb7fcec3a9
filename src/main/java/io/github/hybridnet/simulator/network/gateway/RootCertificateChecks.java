package io.github.hybridnet.simulator.network.gateway;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service's checks of the root certificates by which point-to-site clients are known. One that
 * stands and is sent back is not looked at again: nothing is known of that. Whether one has expired
 * is not asked in a cloud of earlier days, in which none had.
 *
 * @param request the PUT of the gateway
 * @param gateway as it would be stored
 */
record RootCertificateChecks(ResourceRequest request, ObjectNode gateway) {

  /**
   * Checks each root certificate.
   *
   * @throws ArmException if one is none, or has expired
   */
  void check() {
    Set<String> standing =
        roots(request.existing().orElse(null)).map(RootCertificateChecks::data).collect(toSet());
    roots(gateway).filter(root -> !standing.contains(data(root))).forEach(this::check);
  }

  private static Stream<ObjectNode> roots(@Nullable ObjectNode gateway) {
    return JsonMembers.objects(
        gateway, "properties", "vpnClientConfiguration", "vpnClientRootCertificates")
        .stream();
  }

  private static String data(ObjectNode root) {
    String data = JsonMembers.text(root, "properties", "publicCertData");
    return data == null ? "" : data;
  }

  private void check(ObjectNode root) {
    X509Certificate certificate =
        read(data(root))
            .orElseThrow(() -> GatewayErrors.noCertificate(ResourceReference.idOf(root)));
    Instant end = certificate.getNotAfter().toInstant();
    if (request.world().behaviour().retirements() && end.isBefore(request.world().now())) {
      throw GatewayErrors.certificateExpired(ResourceReference.idOf(root));
    }
  }

  /** In base 64, with or without line ends; inside it DER, or a PEM file, which Azure takes too. */
  private static Optional<X509Certificate> read(String data) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(data);
      return Optional.of(
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(bytes)));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
