package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ClientRootCertificate;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.guard.GuardedWork.PlannedCreation;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether a gateway that is removed and created again takes along a root certificate that has
 * expired: Azure would refuse it when the gateway is gone already.
 */
final class RootCertificateCheck implements GuardCheck {
  private final InstantSource clock;

  RootCertificateCheck(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) {
    return work.made().stream()
        .map(PlannedCreation::resource)
        .filter(made -> made.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .flatMap(this::expired)
        .toList();
  }

  private Stream<GuardObjection> expired(NewResource gateway) {
    return ClientRootCertificate.of(gateway.body()).stream()
        .filter(root -> root.end().isBefore(clock.instant()))
        .map(root -> refused(gateway, root));
  }

  private static GuardObjection refused(NewResource gateway, ClientRootCertificate root) {
    return new GuardObjection(
        GuardQuestion.PREFLIGHT,
        GuardObjection.Kind.REFUSED,
        "The "
            + gateway.key().quoted()
            + " would be created with the root certificate '"
            + root.name()
            + "' of its point-to-site clients, which expired on "
            + root.end().atOffset(ZoneOffset.UTC).toLocalDate()
            + ". Azure refuses expired root certificates.",
        "remove the root certificate '"
            + root.name()
            + "' from the gateway with Azure's own tools, and run the goal again");
  }
}
