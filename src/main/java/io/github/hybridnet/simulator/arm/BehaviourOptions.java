package io.github.hybridnet.simulator.arm;

/**
 * Options of the simulator that change how Azure behaves.
 *
 * @param automaticProvider whether the connectivity provider acts by itself
 * @param retirements whether refusals that depend on today's date are made
 */
public record BehaviourOptions(boolean automaticProvider, boolean retirements) {}
