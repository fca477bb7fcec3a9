package io.github.hybridnet.app.deploy;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.ScopeFinder;
import io.github.hybridnet.app.circuit.CircuitProblems;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The subject of {@code deploy-network} and {@code plan}: the declared network, where it is
 * deployed, and the circuit that it is connected to.
 *
 * @param scope where it is deployed
 * @param desired its resources
 * @param circuit the circuit
 * @param zonesKnown whether Azure reported the availability zones of the region
 */
record NetworkTarget(
    DeploymentScope scope, NetworkResources desired, ConnectedCircuit circuit, boolean zonesKnown) {

  static NetworkTarget find(CloudSession cloud, HybridNetwork network, @Nullable String location) {
    DeploymentScope found = new ScopeFinder(cloud).find(network, location);
    Optional<List<String>> zones = zones(cloud, found);
    DeploymentScope deploymentScope = zones.map(found::withZones).orElse(found);
    NetworkResources desired = new NetworkResources(network, deploymentScope);
    return new NetworkTarget(
        deploymentScope,
        desired,
        ConnectedCircuit.look(cloud.cloud(), network, desired.connectedCircuit()),
        zones.isPresent());
  }

  /** The zones only choose a form: if they cannot be read, Azure's refusal decides. */
  private static Optional<List<String>> zones(CloudSession cloud, DeploymentScope deploymentScope) {
    try {
      return cloud.zonesOf(deploymentScope.region());
    } catch (CloudException unreadable) {
      return Optional.empty();
    }
  }

  /** Why no connection can be made to the circuit, empty when one can. */
  Optional<UserException> problem() {
    return circuit.problem();
  }

  ResourceKey circuitKey() {
    return desired.connectedCircuit();
  }

  /** The resources; without the ExpressRoute connection when that has to wait and may. */
  List<DeclaredResource> resources(DeployNetworkGoal.Request request) {
    return desired.network(
        new NetworkResources.Options(!isDeferred(request), request.gatewaysInSeries()));
  }

  boolean isDeferred(DeployNetworkGoal.Request request) {
    return problem().isPresent() && request.deferExpressRoute();
  }

  /** The problem in full; without the advice to defer the connection where that is being done. */
  List<String> problemLines(DeployNetworkGoal.Request request) {
    return problem()
        .map(p -> String.valueOf(p.getMessage()))
        .map(text -> isDeferred(request) ? text.replace(CircuitProblems.DEFER, "") : text)
        .map(text -> text.lines().toList())
        .orElse(List.of());
  }

  /** Warns of what could not be checked. */
  void warn(LineWriter out) {
    if (!zonesKnown) {
      out.warn(DeploymentMessages.zonesNotReported(scope));
    }
    if (circuit.hidden()) {
      out.warn(DeploymentMessages.circuitAssumed(circuitKey()));
    }
  }
}
