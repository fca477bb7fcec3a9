package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;

/**
 * Asks an address that may be wrong or too old: one that is refused counts as forgotten. A conflict
 * is no such refusal: with it, the removal of a group tells what stood in its way.
 */
final class UntrustedAddressPoller implements OperationPoller {
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private final OperationPoller operationPoller;

  UntrustedAddressPoller(OperationPoller operationPoller) {
    this.operationPoller = operationPoller;
  }

  @Override
  public PollResult look() {
    try {
      return operationPoller.look();
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
