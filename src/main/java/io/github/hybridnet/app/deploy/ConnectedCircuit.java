package io.github.hybridnet.app.deploy;

import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.circuit.CircuitProblems;
import io.github.hybridnet.app.circuit.CircuitReadiness;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.text.UserException;
import java.util.Optional;

/**
 * The circuit that the ExpressRoute connection leads to.
 *
 * @param actual the circuit, empty when it does not exist or must not be seen
 * @param problem why no connection can be made to it, empty when one can
 * @param hidden whether its owner gave an authorization key but no permission to read it
 */
record ConnectedCircuit(
    Optional<ActualResource> actual, Optional<UserException> problem, boolean hidden) {

  static ConnectedCircuit look(CloudClient cloudClient, HybridNetwork network, ResourceKey key) {
    try {
      Optional<ActualResource> actual = cloudClient.read(key);
      return new ConnectedCircuit(
          actual,
          actual.isEmpty()
              ? Optional.of(CircuitProblems.missing(key, network.circuit() != null))
              : new CircuitReadiness(actual.get()).problem(),
          false);
    } catch (CloudException failure) {
      if (!isForeign(failure)) {
        throw GoalProblems.unreadable(failure);
      }
      return isAuthorizedByKey(network)
          ? new ConnectedCircuit(Optional.empty(), Optional.empty(), true)
          : new ConnectedCircuit(
              Optional.empty(), Optional.of(CircuitProblems.notReadable(key, failure)), false);
    }
  }

  private static boolean isForeign(CloudException failure) {
    return failure.isForbidden() || failure.code().equals(ErrorCode.SUBSCRIPTION_NOT_FOUND);
  }

  private static boolean isAuthorizedByKey(HybridNetwork network) {
    GatewayDeclaration expressRoute = network.expressRoute();
    return expressRoute != null && expressRoute.connection().options().authorizationKey() != null;
  }
}
