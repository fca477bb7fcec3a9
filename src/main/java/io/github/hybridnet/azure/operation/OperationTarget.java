package io.github.hybridnet.azure.operation;

import java.util.Optional;

/**
 * What an operation works on.
 *
 * @param what for messages, such as {@code virtual network gateway vpn-gw}
 * @param resource asked when nothing else knows
 * @param goal where the operation leads
 */
public record OperationTarget(String what, ResourceStateReader resource, ExpectedOutcome goal) {

  /** Where an operation leads. */
  public enum ExpectedOutcome {
    /** The resource stands. */
    STANDS,
    /** The resource stands, and is still at work when its operation has ended. */
    SETTLES,
    /** The resource is gone: whatever the operation says, it must not be there any more. */
    GONE,
    /** Not known, as an earlier run began the operation: the resource is at rest, or gone. */
    RESTS;

    /** Whether the resource has the last word, and not the operation. */
    boolean isConfirmedByResource() {
      return this == SETTLES || this == GONE;
    }
  }

  /** The state of the resource; empty when it does not exist. */
  Optional<String> state() {
    return resource.read();
  }
}
