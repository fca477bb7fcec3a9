package io.github.hybridnet.azure.operation;

import io.github.hybridnet.azure.operation.Target.Goal;
import io.github.hybridnet.engine.CloudException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the resource itself. */
final class StateProbe implements Probe {
  private static final Set<String> FAILED = Set.of("failed", "canceled", "cancelled");
  private static final Set<String> SETTLED = Set.of("succeeded", "unknown");

  /** How often a removed resource may still be shown as if nothing had happened. */
  private static final int LATE_LOOKS = 6;

  private final Target target;
  private int late;

  StateProbe(Target target) {
    this.target = target;
  }

  @Override
  public Progress look() {
    Optional<String> found = target.state();
    if (found.isEmpty()) {
      return absent();
    }
    String state = found.get();
    String lower = state.toLowerCase(Locale.ROOT);
    if (FAILED.contains(lower)) {
      throw failed(
          "Provisioning" + state,
          "The resource's provisioning state is "
              + state
              + ", and the service does not say why. Its activity log in Azure does.");
    }
    return SETTLED.contains(lower) ? settled() : Progress.of(Progress.Phase.RUNNING);
  }

  private Progress absent() {
    if (target.goal() == Goal.STANDS || target.goal() == Goal.SETTLES) {
      throw failed("ResourceMissing", "The resource is not there any more.");
    }
    return Progress.of(Progress.Phase.DONE);
  }

  private Progress settled() {
    if (target.goal() != Goal.GONE) {
      return Progress.of(Progress.Phase.DONE);
    }
    late++;
    if (late > LATE_LOOKS) {
      throw failed("ResourceStillThere", "The resource was removed, and is still there.");
    }
    return Progress.of(Progress.Phase.RUNNING);
  }

  private static CloudException failed(String code, String message) {
    return new CloudException(
        CloudException.Kind.FAILED, code, message, CloudException.Answer.NONE, null);
  }
}
