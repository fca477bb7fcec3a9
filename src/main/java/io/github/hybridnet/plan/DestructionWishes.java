package io.github.hybridnet.plan;

import java.util.List;

/**
 * What else decides on the removal of a network.
 *
 * @param keepCircuit whether the user wants to keep the circuit
 * @param members the ids of everything in the declared resource groups, declared or not
 */
public record DestructionWishes(boolean keepCircuit, List<String> members) {

  /** Copies the list. */
  public DestructionWishes {
    members = List.copyOf(members);
  }
}
