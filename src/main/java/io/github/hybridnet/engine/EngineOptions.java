package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceType;
import java.time.Duration;
import java.time.InstantSource;

/**
 * How plans are carried out.
 *
 * @param clock measures elapsed time
 * @param sleeper waits before a retry
 * @param heartbeat how often a running write is told of
 */
public record EngineOptions(InstantSource clock, Sleeper sleeper, Duration heartbeat) {

  /** Real time and a heartbeat a minute. */
  public static EngineOptions standard() {
    return new EngineOptions(InstantSource.system(), Sleeper.REAL, Duration.ofMinutes(1));
  }

  /**
   * How long a write may take. A gateway takes 17 to 71 minutes in recorded traffic, and Microsoft
   * says "45 minutes or more"; clients that gave up after 30 lost gateways that were then created.
   */
  static Duration limit(ResourceType type) {
    return switch (type) {
      case VIRTUAL_NETWORK_GATEWAY -> Duration.ofMinutes(90);
      case CONNECTION, CIRCUIT, PEERING -> Duration.ofMinutes(30);
      default -> Duration.ofMinutes(15);
    };
  }
}
