package io.github.hybridnet.failover;

/** How ExpressRoute is taken away. */
public enum LeverKind {
  /** The circuit's private peering is disabled, and enabled again. */
  PEERING("peering", "if the private peering is Disabled"),
  /** The ExpressRoute connection is deleted, and made again as declared. */
  CONNECTION("connection", "if the ExpressRoute connection does not exist"),
  /** Azure's own test of a site failover is started, and stopped. */
  SITE_SIMULATION("site-simulation", "if a test of a site failover is running");

  private final String label;
  private final String whenAway;

  LeverKind(String label, String whenAway) {
    this.label = label;
    this.whenAway = whenAway;
  }

  /** As users write it. */
  public String label() {
    return label;
  }

  /** How it is seen that ExpressRoute was taken away so, as a condition. */
  public String whenAway() {
    return whenAway;
  }
}
