package io.github.hybridnet.app.deploy;

import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.app.circuit.CircuitProblems;
import io.github.hybridnet.app.circuit.CircuitReadiness;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.plan.declared.CircuitConnection;
import io.github.hybridnet.text.UserException;
import java.util.Optional;

/**
 * The circuit that an ExpressRoute connection leads to.
 *
 * @param link the connection, and which circuit
 * @param actual the circuit, empty when it does not exist or must not be seen
 * @param problem why no connection can be made to it, empty when one can
 * @param hidden whether its owner gave an authorization key but no permission to read it
 */
record ConnectedCircuit(
    CircuitConnection link,
    Optional<ActualResource> actual,
    Optional<UserException> problem,
    boolean hidden) {

  /**
   * Reads the circuit of a connection.
   *
   * @param hasCircuitFile whether circuits are declared beside the network
   */
  static ConnectedCircuit look(
      CloudClient cloudClient, CircuitConnection link, boolean hasCircuitFile) {
    ResourceKey key = link.circuit();
    try {
      Optional<ActualResource> actual = cloudClient.read(key);
      return new ConnectedCircuit(
          link,
          actual,
          actual.isEmpty()
              ? Optional.of(CircuitProblems.missing(key, hasCircuitFile))
              : new CircuitReadiness(actual.get()).problem(),
          false);
    } catch (CloudException failure) {
      if (!isForeign(failure)) {
        throw GoalProblems.unreadable(failure);
      }
      return link.isAuthorizedByKey()
          ? new ConnectedCircuit(link, Optional.empty(), Optional.empty(), true)
          : new ConnectedCircuit(
              link,
              Optional.empty(),
              Optional.of(CircuitProblems.notReadable(key, failure)),
              false);
    }
  }

  private static boolean isForeign(CloudException failure) {
    return failure.isForbidden() || failure.code().equals(ErrorCode.SUBSCRIPTION_NOT_FOUND);
  }
}
