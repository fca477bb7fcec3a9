package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ProvisioningState;
import io.github.hybridnet.azure.operation.OperationTarget.ExpectedOutcome;
import java.util.Optional;

/** Polls the provisioning state of the resource itself. */
final class ResourceStatePoller implements OperationPoller {
  /** The state of a resource of which Azure keeps no state. */
  private static final String UNKNOWN = "Unknown";

  /**
   * How often a removed resource may still be shown as if nothing had happened, or one that exists
   * may not be shown: reads lag behind (Azure/azure-rest-api-specs issue 10148).
   */
  private static final int LATE_LOOKS = 6;

  private final OperationTarget operationTarget;
  private int late;
  private int missing;

  ResourceStatePoller(OperationTarget operationTarget) {
    this.operationTarget = operationTarget;
  }

  @Override
  public PollResult poll() {
    Optional<String> found = operationTarget.state();
    if (found.isEmpty()) {
      return absent();
    }
    missing = 0;
    String state = found.get();
    ProvisioningState known = ProvisioningState.of(state);
    if (known.isBroken()) {
      throw failed(
          "Provisioning" + state,
          "The resource's provisioning state is '"
              + state
              + "', and Azure does not say why. See the activity log of the resource in Azure.");
    }
    boolean settled = known == ProvisioningState.SUCCEEDED || state.equalsIgnoreCase(UNKNOWN);
    return settled ? settled() : PollResult.of(PollResult.Phase.RUNNING);
  }

  private PollResult absent() {
    if (operationTarget.expected() == ExpectedOutcome.EXISTS
        || operationTarget.expected() == ExpectedOutcome.SETTLED) {
      missing++;
      if (missing > LATE_LOOKS) {
        throw failed(OwnErrorCode.RESOURCE_MISSING, "The resource does not exist.");
      }
      return PollResult.of(PollResult.Phase.RUNNING);
    }
    return PollResult.of(PollResult.Phase.DONE);
  }

  private PollResult settled() {
    if (operationTarget.expected() != ExpectedOutcome.DELETED) {
      return PollResult.of(PollResult.Phase.DONE);
    }
    late++;
    if (late > LATE_LOOKS) {
      throw failed(OwnErrorCode.STILL_THERE, "The resource was deleted, but it still exists.");
    }
    return PollResult.of(PollResult.Phase.RUNNING);
  }

  private static CloudException failed(String code, String message) {
    return CloudException.ofOurs(CloudException.Kind.FAILED, code, message);
  }
}
