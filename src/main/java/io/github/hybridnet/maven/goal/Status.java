package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.Table;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredNetwork;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Scope;
import io.github.hybridnet.plan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shows what stands of a network, its state, and how it differs from the declaration. Changes
 * nothing.
 */
public final class Status {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;

  /** The goal on one cloud. */
  public Status(OpenCloud cloud, EngineOptions options, LineWriter out) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
  }

  /**
   * Carries the goal out.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN4xxx
   * @throws InterruptedException when the build is stopped
   */
  public void run(HybridNetwork declared, @Nullable String location) throws InterruptedException {
    HybridNetwork network = new Secrets(cloud::resolve).fetch(declared);
    Scope scope = new ScopeFinder(cloud).find(network, location);
    DesiredNetwork all = new DesiredNetwork(network, scope);
    List<DesiredResource> desired = new ArrayList<>(all.network(DesiredNetwork.Options.ALL));
    if (network.circuit() != null) {
      all.circuit().stream().filter(d -> !isListed(desired, d)).forEach(desired::add);
    }
    Standing standing = new Deployment(cloud, options, out).read(desired);
    Table table = new Table("RESOURCE", "STATE", "HEALTH", "AGAINST THE DECLARATION");
    Plan plan = new Planner().plan(desired, standing);
    plan.changes().forEach(change -> row(table, change));
    if (desired.stream().noneMatch(d -> isSame(d.key(), all.connectedCircuit()))) {
      foreignCircuit(table, all.connectedCircuit());
    }
    table.lines().forEach(out::info);
  }

  private static boolean isListed(List<DesiredResource> desired, DesiredResource resource) {
    return desired.stream().anyMatch(d -> d.key().equals(resource.key()));
  }

  private static boolean isSame(ResourceKey key, ResourceKey other) {
    return key.comparableId().equals(other.comparableId());
  }

  private void foreignCircuit(Table table, ResourceKey key) {
    ConnectedCircuit connected = ConnectedCircuit.glance(cloud.cloud(), key);
    Optional<ActualResource> circuit = connected.actual();
    table.row(
        key.toString(),
        circuit
            .map(ActualResource::provisioningState)
            .orElse(connected.hidden() ? "not to be read" : "absent"),
        circuit.map(Status::health).orElse("-"),
        "not declared here");
  }

  private static void row(Table table, Change change) {
    ActualResource actual = change.actual();
    table.row(
        change.key().toString(),
        actual == null ? "absent" : actual.provisioningState(),
        actual == null ? "-" : health(actual),
        drift(change));
  }

  private static String health(ActualResource actual) {
    List<String> facts = new ArrayList<>();
    for (String fact :
        List.of(
            "connectionStatus",
            "ipAddress",
            "circuitProvisioningState",
            "serviceProviderProvisioningState")) {
      Object value = actual.observed().get(fact);
      if (value != null) {
        facts.add(Objects.toString(value));
      }
    }
    return facts.isEmpty() ? "-" : String.join(", ", facts);
  }

  private static String drift(Change change) {
    return switch (change.action()) {
      case UNCHANGED -> "as declared";
      case CREATE -> "missing";
      default ->
          "differs: "
              + String.join("; ", change.differences().stream().map(Object::toString).toList());
    };
  }
}
