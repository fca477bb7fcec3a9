package io.github.hybridnet.plan;

import java.util.List;

/**
 * What else decides on the removal of a network.
 *
 * @param keepCircuit whether the user wants to keep the circuit
 * @param billed whether somebody bills what stands; the simulator, whose provider is simulated too,
 *     bills nobody
 * @param members the ids of everything in the declared resource groups, declared or not
 */
public record DestructionWishes(boolean keepCircuit, boolean billed, List<String> members) {

  /** Copies the list. */
  public DestructionWishes {
    members = List.copyOf(members);
  }
}
