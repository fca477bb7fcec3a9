package io.github.hybridnet.failover;

/** How ExpressRoute is taken away. */
public enum LeverKind {
  /** The circuit's private peering is disabled, and enabled again. */
  PEERING("peering"),
  /** The ExpressRoute connection is deleted, and made again as declared. */
  CONNECTION("connection"),
  /** Azure's own test of a site failover is started, and stopped. */
  SITE_SIMULATION("site-simulation");

  private final String label;

  LeverKind(String label) {
    this.label = label;
  }

  /** As users write it. */
  public String label() {
    return label;
  }
}
