package io.github.hybridnet.azure.operation;

/** One way to ask how an operation goes. */
@FunctionalInterface
interface OperationPoller {

  /**
   * Asks once.
   *
   * @throws io.github.hybridnet.engine.CloudException when the operation has failed, or cannot be
   *     asked
   */
  PollResult look();
}
