package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Why a declared resource cannot be removed: Azure refuses it, or others would lose something. */
final class RemovalObstacles {
  /** Types whose users are known from facts, or that only stay with their whole. */
  private static final Set<ResourceType> USED_BY_FACT =
      Set.of(ResourceType.NETWORK_SECURITY_GROUP, ResourceType.CIRCUIT);

  private final DeclaredGraph declaredGraph;
  private final DestroyDecisions destroyDecisions;
  private final UndeclaredConnections connections;
  private final NetworkObstacles networks;
  private final CircuitObstacles circuits;
  private final List<String> members;

  RemovalObstacles(
      DeclaredGraph declaredGraph,
      ActualState actualState,
      DestroyDecisions destroyDecisions,
      DestroyOptions wishes) {
    this.declaredGraph = declaredGraph;
    this.destroyDecisions = destroyDecisions;
    this.connections = new UndeclaredConnections(declaredGraph, actualState);
    this.networks = new NetworkObstacles(declaredGraph, destroyDecisions);
    this.circuits = new CircuitObstacles(declaredGraph, actualState, connections, wishes);
    this.members = wishes.members();
  }

  /** All of them; empty when the resource can go. */
  List<RemovalObstacle> of(ActualResource actual) {
    ResourceKey key = actual.key();
    List<RemovalObstacle> found = new ArrayList<>(keptUsers(actual));
    switch (key.type()) {
      case VIRTUAL_NETWORK_GATEWAY, LOCAL_NETWORK_GATEWAY -> found.addAll(foreignConnections(key));
      case PUBLIC_IP -> found.addAll(holder(actual));
      case VIRTUAL_NETWORK -> found.addAll(networks.of(actual));
      case NETWORK_SECURITY_GROUP -> found.addAll(networks.ofSecurityGroup(actual));
      case CIRCUIT -> found.addAll(circuits.of(actual));
      case PEERING, AUTHORIZATION -> found.addAll(circuits.ofPart(key));
      case RESOURCE_GROUP -> {
        return ofGroup(actual, found);
      }
      default -> {
        // A connection keeps nobody but those that it connects.
      }
    }
    return found;
  }

  private List<RemovalObstacle> keptUsers(ActualResource actual) {
    if (USED_BY_FACT.contains(actual.key().type())) {
      return List.of();
    }
    boolean group = actual.key().type() == ResourceType.RESOURCE_GROUP;
    return declaredGraph.usersOf(actual.key()).stream()
        .flatMap(user -> destroyDecisions.kept(user.id()).stream())
        .filter(user -> uses(user.actual(), actual.key()))
        .map(
            user ->
                new RemovalObstacle(
                    user.cause(),
                    "the " + user.key().quoted() + " stays" + (group ? "" : " and uses it")))
        .toList();
  }

  /** A gateway need not use the address that it might have been given. */
  private static boolean uses(ActualResource user, ResourceKey used) {
    return used.type() != ResourceType.PUBLIC_IP || ResourceUsers.refersTo(user.body(), used);
  }

  private List<RemovalObstacle> foreignConnections(ResourceKey key) {
    List<String> foreign = connections.of(key);
    return foreign.isEmpty()
        ? List.of()
        : List.of(
            RemovalObstacle.others(
                "used by resources that are not in the parameter files: "
                    + new ResourceIdText(key).all(foreign)));
  }

  private List<RemovalObstacle> holder(ActualResource address) {
    String configuration = Objects.toString(address.observed().get("ipConfiguration"), "");
    Optional<String> holder =
        ResourceIdText.rootOf(configuration).filter(id -> !declaredGraph.contains(id));
    return holder
        .map(id -> RemovalObstacle.others("in use by " + new ResourceIdText(address.key()).one(id)))
        .stream()
        .toList();
  }

  private List<RemovalObstacle> ofGroup(ActualResource group, List<RemovalObstacle> found) {
    if (!isTagged(group)) {
      return List.of(
          new RemovalObstacle(
              RetainedResource.Cause.NOT_OURS,
              "not created by this plugin, because the tag '"
                  + NetworkResources.GROUP_TAG
                  + "' is missing"));
    }
    List<RemovalObstacle> all = new ArrayList<>(found);
    List<String> foreign =
        members.stream()
            .filter(id -> isIn(group.key(), id))
            .filter(id -> !declaredGraph.containsInside(id))
            .toList();
    if (!foreign.isEmpty()) {
      all.add(new RemovalObstacle(RetainedResource.Cause.NOT_OURS, inGroup(group, foreign)));
    }
    return all;
  }

  private static boolean isIn(ResourceKey group, String id) {
    return id.toLowerCase(Locale.ROOT).startsWith(group.comparableId() + "/");
  }

  static String inGroup(ActualResource group, List<String> foreign) {
    return "it contains resources that are not in the parameter files: "
        + new ResourceIdText(group.key()).all(foreign);
  }

  private static boolean isTagged(ActualResource group) {
    Map<String, Object> tags = ResourceBody.map(group.body().get("tags"));
    return tags.keySet().stream().anyMatch(NetworkResources.GROUP_TAG::equalsIgnoreCase);
  }

  /** Parts that nobody declared and that end with the resource. */
  List<ActualResource> partsThatGoBefore(ActualResource actual) {
    return actual.key().type() == ResourceType.CIRCUIT
        ? circuits.unusedAuthorizations(actual)
        : List.of();
  }

  /** The declared parts of a resource that stays, each with what keeps it. */
  Map<ActualResource, List<RemovalObstacle>> partsOf(ActualResource actual) {
    return switch (actual.key().type()) {
      case VIRTUAL_NETWORK -> networks.subnetsOf(actual);
      case NETWORK_SECURITY_GROUP -> networks.rulesOf(actual);
      default -> Map.of();
    };
  }
}
