package io.github.hybridnet.simulator;

/** Who acts for the connectivity provider of a simulated ExpressRoute circuit. */
public enum ProviderMode {
  /** The simulator: it provisions a circuit some simulated minutes after its creation. */
  AUTO,
  /** Nobody: a circuit changes its provider state only when the admin endpoint says so. */
  MANUAL
}
