package io.github.hybridnet.simulator.arm;

/**
 * What the simulator's owner chose.
 *
 * @param automaticProvider whether the connectivity provider acts by itself
 * @param retirements whether refusals that depend on today's date are made
 */
public record BehaviourOptions(boolean automaticProvider, boolean retirements) {}
