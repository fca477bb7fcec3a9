package io.github.hybridnet.plan.destroy;

import java.util.List;

/**
 * Options for destroying a network.
 *
 * @param keepCircuit whether the user wants to keep the circuit
 * @param waitForProvider whether the run waits until the provider has deprovisioned the circuit,
 *     and removes it then
 * @param billed whether somebody bills what exists; the simulator, whose provider is simulated too,
 *     bills nobody
 * @param members the ids of everything in the declared resource groups, declared or not
 */
public record DestroyOptions(
    boolean keepCircuit, boolean waitForProvider, boolean billed, List<String> members) {

  /** Copies the list, which cannot be changed afterwards. */
  public DestroyOptions {
    members = List.copyOf(members);
  }
}
