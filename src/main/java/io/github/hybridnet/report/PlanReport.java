package io.github.hybridnet.report;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeploymentScope;

/**
 * What a plan hands over to other programs.
 *
 * @param cloud the cloud's name as the user gave it
 * @param scope where the network is deployed
 * @param circuit the circuit that the ExpressRoute connection leads to
 * @param plan the plan
 */
public record PlanReport(String cloud, DeploymentScope scope, CircuitSummary circuit, Plan plan) {

  /**
   * The circuit of the plan, and whether it is ready.
   *
   * @param key which
   * @param problem why no connection can be made to it, empty when one can
   * @param deferred whether the plan leaves the ExpressRoute connection out for that
   */
  public record CircuitSummary(ResourceKey key, String problem, boolean deferred) {}
}
