package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Asks the resource itself. */
final class ResourceStatePoller implements OperationPoller {
  private static final Set<String> FAILED = Set.of("failed", "canceled", "cancelled");
  private static final Set<String> SETTLED = Set.of("succeeded", "unknown");

  /** How often a removed resource may still be shown as if nothing had happened. */
  private static final int LATE_LOOKS = 6;

  private final OperationTarget operationTarget;
  private int late;

  ResourceStatePoller(OperationTarget operationTarget) {
    this.operationTarget = operationTarget;
  }

  @Override
  public PollResult look() {
    Optional<String> found = operationTarget.state();
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
    return SETTLED.contains(lower) ? settled() : PollResult.of(PollResult.Phase.RUNNING);
  }

  private PollResult absent() {
    if (operationTarget.goal() == ExpectedOutcome.STANDS
        || operationTarget.goal() == ExpectedOutcome.SETTLES) {
      throw failed("ResourceMissing", "The resource is not there any more.");
    }
    return PollResult.of(PollResult.Phase.DONE);
  }

  private PollResult settled() {
    if (operationTarget.goal() != ExpectedOutcome.GONE) {
      return PollResult.of(PollResult.Phase.DONE);
    }
    late++;
    if (late > LATE_LOOKS) {
      throw failed("ResourceStillThere", "The resource was removed, and is still there.");
    }
    return PollResult.of(PollResult.Phase.RUNNING);
  }

  private static CloudException failed(String code, String message) {
    return new CloudException(
        CloudException.Kind.FAILED, code, message, CloudException.Answer.NONE, null);
  }
}
