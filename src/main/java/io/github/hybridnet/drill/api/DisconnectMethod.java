package io.github.hybridnet.drill.api;

import java.time.Duration;

/** How ExpressRoute is disconnected. */
public enum DisconnectMethod {
  /** The circuit's private peering is disabled, and enabled again. */
  PEERING("peering", "if the private peering is Disabled", Duration.ofMinutes(5)),
  /** The ExpressRoute connection is deleted, and made again as declared. */
  CONNECTION("connection", "if the ExpressRoute connection does not exist", Duration.ofMinutes(15)),
  /** Azure's own test of a site failover is started, and stopped. */
  SITE_SIMULATION("site-simulation", "if a site failover test is running", Duration.ofMinutes(10));

  private final String label;
  private final String disconnectedCondition;
  private final Duration defaultLimit;

  DisconnectMethod(String label, String whenAway, Duration usualLimit) {
    this.label = label;
    this.disconnectedCondition = whenAway;
    this.defaultLimit = usualLimit;
  }

  /** As users write it. */
  public String label() {
    return label;
  }

  /** How to see that ExpressRoute was disconnected by this method, as a condition. */
  public String disconnectedCondition() {
    return disconnectedCondition;
  }

  /**
   * How long Azure may usually work on it: the removal of a connection has been recorded to take
   * 366 seconds, the change of a peering 20 to 43.
   */
  public Duration defaultLimit() {
    return defaultLimit;
  }
}
