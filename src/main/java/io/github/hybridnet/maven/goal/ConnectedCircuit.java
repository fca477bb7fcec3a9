package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Optional;

/**
 * The circuit that the ExpressRoute connection leads to.
 *
 * @param actual the circuit, empty when it does not exist or must not be seen
 * @param problem why no connection can be made to it, empty when one can
 * @param hidden whether it belongs to somebody who gave an authorization key and no right to read
 */
record ConnectedCircuit(
    Optional<ActualResource> actual, Optional<HybridnetException> problem, boolean hidden) {

  static ConnectedCircuit look(Cloud cloud, HybridNetwork network, ResourceKey key) {
    try {
      Optional<ActualResource> actual = cloud.read(key);
      return new ConnectedCircuit(
          actual,
          actual.isEmpty()
              ? Optional.of(GoalProblems.noCircuit(key, network.circuit() != null))
              : new CircuitReadiness(actual.get()).problem(),
          false);
    } catch (CloudException failure) {
      if (isForeign(failure) && isAuthorizedByKey(network)) {
        return new ConnectedCircuit(Optional.empty(), Optional.empty(), true);
      }
      throw isForeign(failure)
          ? CircuitProblems.hidden(key, failure)
          : GoalProblems.unreadable(failure);
    }
  }

  private static boolean isForeign(CloudException failure) {
    return failure.isForbidden() || failure.code().equals("SubscriptionNotFound");
  }

  private static boolean isAuthorizedByKey(HybridNetwork network) {
    GatewayDeclaration expressRoute = network.expressRoute();
    return expressRoute != null && expressRoute.connection().options().authorizationKey() != null;
  }
}
