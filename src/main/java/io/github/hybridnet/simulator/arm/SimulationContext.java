package io.github.hybridnet.simulator.arm;

import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;

/**
 * What surrounds the simulated cloud.
 *
 * @param clock simulated time
 * @param durations how long operations take
 * @param behaviour what the owner chose
 * @param account who the tenant is
 */
public record SimulationContext(
    SimulatedClock clock, DurationTable durations, BehaviourOptions behaviour, Account account) {

  /**
   * The one tenant and its one subscription.
   *
   * @param tenantId a guid
   * @param subscriptionId a guid
   */
  public record Account(String tenantId, String subscriptionId) {}
}
