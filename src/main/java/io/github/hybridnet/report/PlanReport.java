package io.github.hybridnet.report;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeploymentScope;
import java.util.List;

/**
 * What a plan hands over to other programs.
 *
 * @param cloud the cloud's name as the user gave it
 * @param scope where the network is deployed
 * @param circuits the circuits that the ExpressRoute connections lead to, in their order
 * @param plan the plan
 */
public record PlanReport(
    String cloud, DeploymentScope scope, List<CircuitSummary> circuits, Plan plan) {

  /** Copies the list, which cannot be changed afterwards. */
  public PlanReport {
    circuits = List.copyOf(circuits);
  }

  /**
   * A circuit of the plan, and whether it is ready.
   *
   * @param key which
   * @param problem why no connection can be made to it, empty when one can
   * @param deferred whether the plan leaves its ExpressRoute connection out for that
   */
  public record CircuitSummary(ResourceKey key, String problem, boolean deferred) {}
}
