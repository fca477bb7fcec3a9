package io.github.hybridnet.arm;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A root certificate by which a VPN gateway knows its point-to-site clients. Azure refuses one that
 * has expired: {@code VpnClientRootCertificateExpired} (Azure/azure-cli issue 26753). Whether that
 * holds for one that stands and is sent back is not known; a gateway that is created gets it anew.
 *
 * @param name as it stands in the gateway
 * @param end until when it is valid
 */
public record ClientRootCertificate(String name, Instant end) {

  /** Those of a gateway; one that cannot be read is left out, because nothing is known of it. */
  public static List<ClientRootCertificate> of(Map<String, Object> gateway) {
    return new ResourceBody(gateway)
        .body("properties", "vpnClientConfiguration").bodies("vpnClientRootCertificates").stream()
            .flatMap(root -> read(root).stream())
            .toList();
  }

  private static Optional<ClientRootCertificate> read(ResourceBody root) {
    try {
      byte[] data = Base64.getMimeDecoder().decode(root.text("properties", "publicCertData"));
      X509Certificate certificate =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(data));
      return Optional.of(
          new ClientRootCertificate(root.text("name"), certificate.getNotAfter().toInstant()));
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
