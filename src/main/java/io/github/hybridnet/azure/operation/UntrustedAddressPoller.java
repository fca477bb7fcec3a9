package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;

/**
 * Asks an address that may be wrong or too old: one that is refused counts as forgotten. A conflict
 * is no such refusal: it is how the deletion of a group reports what blocked it.
 */
final class UntrustedAddressPoller implements OperationPoller {
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private final OperationPoller operationPoller;

  UntrustedAddressPoller(OperationPoller operationPoller) {
    this.operationPoller = operationPoller;
  }

  @Override
  public PollResult poll() {
    try {
      return operationPoller.poll();
    } catch (CloudException failure) {
      if (isRefusal(failure)) {
        return PollResult.of(PollResult.Phase.LOST);
      }
      throw failure;
    }
  }

  private static boolean isRefusal(CloudException failure) {
    return failure.status() == FORBIDDEN
        || (failure.kind() == Kind.REFUSED && failure.status() != CONFLICT);
  }
}
