package io.github.hybridnet.azure.operation;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import java.util.function.Predicate;

/**
 * Asks an address that may be wrong or too old: one that is refused counts as forgotten, and the
 * resource decides. A conflict is no such refusal: it is how the deletion of a group reports what
 * blocked it.
 */
final class UntrustedAddressPoller implements OperationPoller {
  private static final int FORBIDDEN = 403;
  private static final int CONFLICT = 409;

  private final OperationPoller operationPoller;
  private final Predicate<CloudException> forgotten;

  private UntrustedAddressPoller(
      OperationPoller operationPoller, Predicate<CloudException> forgotten) {
    this.operationPoller = operationPoller;
    this.forgotten = forgotten;
  }

  /** An address of an answer; no token goes to another host, such as one of a region. */
  static OperationPoller ofAnswer(OperationPoller operationPoller) {
    return new UntrustedAddressPoller(
        operationPoller, failure -> failure.code().equals(OwnErrorCode.FOREIGN_ENDPOINT));
  }

  /** An address that an earlier run wrote down. */
  static OperationPoller ofFile(OperationPoller operationPoller) {
    return new UntrustedAddressPoller(operationPoller, UntrustedAddressPoller::isRefusal);
  }

  @Override
  public PollResult poll() {
    try {
      return operationPoller.poll();
    } catch (CloudException failure) {
      if (forgotten.test(failure)) {
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
