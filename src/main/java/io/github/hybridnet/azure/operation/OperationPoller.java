package io.github.hybridnet.azure.operation;

/** One way to poll an operation. */
@FunctionalInterface
interface OperationPoller {

  /**
   * Polls the operation once.
   *
   * @throws io.github.hybridnet.arm.CloudException when the operation has failed, or cannot be
   *     asked
   */
  PollResult poll();
}
