package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.variant.VariantSelection;

/**
 * Options of the simulator that change how Azure behaves.
 *
 * @param automaticProvider whether the connectivity provider acts by itself
 * @param retirements whether refusals that depend on today's date are made
 * @param variants what is played where no evidence says how Azure behaves
 */
public record BehaviourOptions(
    boolean automaticProvider, boolean retirements, VariantSelection variants) {

  /** With the usual variants. */
  public BehaviourOptions(boolean automaticProvider, boolean retirements) {
    this(automaticProvider, retirements, new VariantSelection());
  }
}
