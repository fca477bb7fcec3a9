package io.github.hybridnet.azure.operation;

import io.github.hybridnet.azure.http.EndpointGuard;
import io.github.hybridnet.engine.CloudException;

/** Asks an address that may be wrong: one that is refused counts as forgotten. */
final class DoubtfulProbe implements Probe {
  private final Probe probe;

  DoubtfulProbe(Probe probe) {
    this.probe = probe;
  }

  @Override
  public Progress look() {
    try {
      return probe.look();
    } catch (CloudException refused) {
      if (refused.code().equals(EndpointGuard.FOREIGN)) {
        return Progress.of(Progress.Phase.LOST);
      }
      throw refused;
    }
  }
}
