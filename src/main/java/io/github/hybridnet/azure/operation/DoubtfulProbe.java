package io.github.hybridnet.azure.operation;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;

/**
 * Asks an address that may be wrong or too old: one that is refused counts as forgotten. A conflict
 * is no such refusal: with it, the removal of a group tells what stood in its way.
 */
final class DoubtfulProbe implements Probe {
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private final Probe probe;

  DoubtfulProbe(Probe probe) {
    this.probe = probe;
  }

  @Override
  public Progress look() {
    try {
      return probe.look();
    } catch (CloudException failure) {
      if (isRefusal(failure)) {
        return Progress.of(Progress.Phase.LOST);
      }
      throw failure;
    }
  }

  private static boolean isRefusal(CloudException failure) {
    return failure.status() == FORBIDDEN
        || (failure.kind() == Kind.REFUSED && failure.status() != CONFLICT);
  }
}
