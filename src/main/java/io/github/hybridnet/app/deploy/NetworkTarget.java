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
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The subject of {@code deploy-network} and {@code plan}: the declared network, where it is
 * deployed, and the circuits that it is connected to.
 *
 * @param scope where it is deployed
 * @param desired its resources
 * @param circuits the circuits, in the order of the connections
 * @param zonesKnown whether Azure reported the availability zones of the region
 */
record NetworkTarget(
    DeploymentScope scope,
    NetworkResources desired,
    List<ConnectedCircuit> circuits,
    boolean zonesKnown) {

  /** Copies the list, which cannot be changed afterwards. */
  NetworkTarget {
    circuits = List.copyOf(circuits);
  }

  static NetworkTarget find(CloudSession cloud, HybridNetwork network, @Nullable String location) {
    DeploymentScope found = new ScopeFinder(cloud).find(network, location);
    Optional<List<String>> zones = zones(cloud, found);
    DeploymentScope deploymentScope = zones.map(found::withZones).orElse(found);
    NetworkResources desired = new NetworkResources(network, deploymentScope);
    boolean hasCircuitFile = !network.circuits().isEmpty();
    List<ConnectedCircuit> circuits =
        desired.circuitConnections().stream()
            .map(link -> ConnectedCircuit.look(cloud.cloud(), link, hasCircuitFile))
            .toList();
    return new NetworkTarget(deploymentScope, desired, circuits, zones.isPresent());
  }

  /** The zones only choose a form: if they cannot be read, Azure's refusal decides. */
  private static Optional<List<String>> zones(CloudSession cloud, DeploymentScope deploymentScope) {
    try {
      return cloud.zonesOf(deploymentScope.region());
    } catch (CloudException unreadable) {
      return Optional.empty();
    }
  }

  /** Why no connection can be made to some of the circuits, empty when all can be connected. */
  List<UserException> problems() {
    return circuits.stream().flatMap(circuit -> circuit.problem().stream()).toList();
  }

  /** The resources; without the ExpressRoute connections that have to wait and may. */
  List<DeclaredResource> resources(DeployNetworkGoal.Request request) {
    Set<ResourceKey> deferred =
        circuits.stream()
            .filter(circuit -> circuit.problem().isPresent() && request.deferExpressRoute())
            .map(circuit -> circuit.link().connection())
            .collect(Collectors.toSet());
    return desired.network(new NetworkResources.Options(deferred, request.gatewaysInSeries()));
  }

  /** Whether the ExpressRoute connections whose circuits are not ready are left for later. */
  boolean isDeferred(DeployNetworkGoal.Request request) {
    return !problems().isEmpty() && request.deferExpressRoute();
  }

  /** The problems in full; without the advice to defer connections where that is being done. */
  List<String> problemLines(DeployNetworkGoal.Request request) {
    return problems().stream()
        .map(problem -> String.valueOf(problem.getMessage()))
        .map(text -> isDeferred(request) ? text.replace(CircuitProblems.DEFER, "") : text)
        .flatMap(String::lines)
        .toList();
  }

  /** Warns of what could not be checked. */
  void warn(LineWriter out) {
    if (!zonesKnown) {
      out.warn(DeploymentMessages.zonesNotReported(scope));
    }
    circuits.stream()
        .filter(ConnectedCircuit::hidden)
        .forEach(circuit -> out.warn(DeploymentMessages.circuitAssumed(circuit.link().circuit())));
  }
}
