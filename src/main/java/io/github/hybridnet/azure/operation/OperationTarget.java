package io.github.hybridnet.azure.operation;

import java.util.Optional;

/**
 * What an operation works on.
 *
 * @param what for messages, such as {@code virtual network gateway vpn-gw}
 * @param resource asked when nothing else knows
 * @param expected the state that the operation has to reach
 */
public record OperationTarget(String what, ResourceStateReader resource, ExpectedOutcome expected) {

  /** The state that an operation has to reach. */
  public enum ExpectedOutcome {
    /** The resource exists when the operation has ended. */
    EXISTS,
    /** The resource exists, and is still changing when its operation has ended. */
    SETTLED,
    /** The resource does not exist any more, whatever the operation says. */
    DELETED,
    /**
     * Not known, because an earlier run started the operation: the resource is not changing, or
     * does not exist.
     */
    IDLE;

    /** Whether the resource decides, and not the operation. */
    boolean isConfirmedByResource() {
      return this == SETTLED || this == DELETED;
    }
  }

  /** The state of the resource; empty when it does not exist. */
  Optional<String> state() {
    return resource.read();
  }
}
