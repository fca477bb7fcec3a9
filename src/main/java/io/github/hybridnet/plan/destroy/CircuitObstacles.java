package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What keeps a circuit with its peerings and authorizations. */
final class CircuitObstacles {
  /** While a provider is at it, Azure answers that the circuit is "not in Deprovisioned state". */
  private static final Set<String> PROVIDED =
      Set.of("provisioning", "provisioned", "deprovisioning");

  private final DeclaredGraph declaredGraph;
  private final ActualState actualState;
  private final UndeclaredConnections connections;
  private final DestroyOptions wishes;

  CircuitObstacles(
      DeclaredGraph declaredGraph,
      ActualState actualState,
      UndeclaredConnections connections,
      DestroyOptions wishes) {
    this.declaredGraph = declaredGraph;
    this.actualState = actualState;
    this.connections = connections;
    this.wishes = wishes;
  }

  List<RemovalObstacle> of(ActualResource circuit) {
    if (wishes.keepCircuit()) {
      return List.of(
          new RemovalObstacle(
              RetainedResource.Cause.CHOSEN, "hybridnet.destroy.keepCircuit is set"));
    }
    List<RemovalObstacle> found = new ArrayList<>(foreignUsers(circuit));
    String state = observed(circuit, "serviceProviderProvisioningState");
    if (PROVIDED.contains(state.toLowerCase(Locale.ROOT))) {
      found.add(
          new RemovalObstacle(
              RetainedResource.Cause.PROVIDER,
              wishes.billed() ? provided(circuit, state) : simulated(circuit, state)));
    }
    return found;
  }

  /**
   * What keeps a declared part. It goes before its circuit, so that the provider can deprovision
   * that; where others use the circuit, they use its peerings.
   */
  List<RemovalObstacle> ofPart(ResourceKey part) {
    ActualResource circuit = ChildResources.wholeOf(part).flatMap(actualState::find).orElse(null);
    if (circuit == null) {
      return List.of();
    }
    return of(circuit).stream()
        .filter(o -> o.cause() != RetainedResource.Cause.PROVIDER)
        .map(o -> new RemovalObstacle(o.cause(), "the " + circuit.key().quoted() + " stays"))
        .toList();
  }

  private List<RemovalObstacle> foreignUsers(ActualResource circuit) {
    ResourceIdText resourceIdText = new ResourceIdText(circuit.key());
    List<RemovalObstacle> found = new ArrayList<>();
    List<String> users = connections.of(circuit.key());
    if (!users.isEmpty()) {
      found.add(
          RemovalObstacle.others(
              "used by resources that are not in the parameter files: "
                  + resourceIdText.all(users)));
    }
    for (Map<String, Object> authorization : authorizations(circuit)) {
      String user = Objects.toString(authorization.get("connection"), "");
      if (!isUnused(authorization, user) && !declaredGraph.contains(user)) {
        found.add(
            RemovalObstacle.others(
                use(authorization, user.isEmpty() ? "" : resourceIdText.one(user))));
      }
    }
    found.addAll(foreignPeerings(circuit));
    return found;
  }

  /** The private peering is the one that was bought; it is the provider's where we declare none. */
  private List<RemovalObstacle> foreignPeerings(ActualResource circuit) {
    List<RemovalObstacle> found = new ArrayList<>();
    for (Map<String, Object> peering : ResourceBody.maps(circuit.observed().get("peerings"))) {
      String name = ChildResources.name(peering);
      String type = Objects.toString(peering.get("peeringType"), name);
      ResourceKey key = ChildResources.key(circuit.key(), ResourceType.PEERING, name);
      if (!type.equalsIgnoreCase(Peering.PRIVATE) && !declaredGraph.contains(key.id())) {
        found.add(RemovalObstacle.others("peering '" + name + "' is not in the parameter files"));
      }
      if (peering.get(ResourceUsers.GLOBAL_REACH) instanceof List<?> reach && !reach.isEmpty()) {
        found.add(
            RemovalObstacle.others(
                "peering '"
                    + name
                    + "' connects to other circuits: "
                    + ResourceIdText.first(reach.stream().map(String::valueOf).toList())));
      }
    }
    return found;
  }

  /** Authorizations that nobody uses and nobody declared; they end with their circuit. */
  List<ActualResource> unusedAuthorizations(ActualResource circuit) {
    return authorizations(circuit).stream()
        .map(a -> ChildResources.actual(circuit, ResourceType.AUTHORIZATION, a))
        .filter(a -> !declaredGraph.contains(a.key().id()))
        .toList();
  }

  private static List<Map<String, Object>> authorizations(ActualResource circuit) {
    return ResourceBody.maps(circuit.observed().get(ResourceUsers.AUTHORIZATIONS));
  }

  /** A use that Azure does not report may be one: it would end with the authorization. */
  private static boolean isUnused(Map<String, Object> authorization, String user) {
    return user.isEmpty() && is(authorization, "Available");
  }

  private static String use(Map<String, Object> authorization, String user) {
    String name = "authorization '" + ChildResources.name(authorization) + "'";
    if (user.isEmpty() && !is(authorization, "InUse")) {
      return "Azure does not say whether " + name + " is used";
    }
    return name + " is used by " + (user.isEmpty() ? "a connection of somebody else" : user);
  }

  private static boolean is(Map<String, Object> authorization, String useStatus) {
    return useStatus.equalsIgnoreCase(Objects.toString(authorization.get("useStatus"), ""));
  }

  private String provided(ActualResource circuit, String state) {
    String provider =
        Objects.toString(
            circuit.properties().value("serviceProviderProperties", "serviceProviderName"),
            "the connectivity provider");
    String key = observed(circuit, "serviceKey");
    String next =
        isDeprovisioning(state)
            ? waitUntil("the connectivity provider '" + provider + "'", key)
            : "ask the connectivity provider '"
                + provider
                + "' to deprovision the service key '"
                + key
                + "'"
                + (wishes.waitForProvider()
                    ? "; destroy waits for that, and then removes the circuit"
                    : ", then run destroy again");
    return "its provider status is '" + state + "': " + next + "; the circuit is billed until then";
  }

  /** Nobody can be asked, and nobody is billed. */
  private String simulated(ActualResource circuit, String state) {
    String key = observed(circuit, "serviceKey");
    String next =
        wishes.waitForProvider()
            ? "the simulated provider deprovisions the service key '"
                + key
                + "' when everything else is removed, and then destroy removes the circuit"
            : "run destroy with -Dhybridnet.destroy.waitForProvider, with which the"
                + " simulated provider deprovisions the service key '"
                + key
                + "'";
    return "its provider status is '"
        + state
        + "': "
        + (isDeprovisioning(state) ? waitUntil("the simulated provider", key) : next);
  }

  private static boolean isDeprovisioning(String state) {
    return state.equalsIgnoreCase("Deprovisioning");
  }

  private String waitUntil(String provider, String key) {
    String until = " until " + provider + " has deprovisioned the service key '" + key + "'";
    return wishes.waitForProvider()
        ? "destroy waits" + until + ", and then removes the circuit"
        : "wait" + until + ", then run destroy again";
  }

  private static String observed(ActualResource circuit, String fact) {
    return Objects.toString(circuit.observed().get(fact), "unknown");
  }
}
