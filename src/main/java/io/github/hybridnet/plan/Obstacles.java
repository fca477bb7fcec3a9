package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Why a declared resource cannot be removed: Azure refuses it, or others would lose something. */
final class Obstacles {
  /** Types whose users are known from facts, or that only stay with their whole. */
  private static final Set<ResourceType> USED_BY_FACT =
      Set.of(ResourceType.NETWORK_SECURITY_GROUP, ResourceType.CIRCUIT);

  private final Declared declared;
  private final Decisions decisions;
  private final ForeignConnections connections;
  private final NetworkObstacles networks;
  private final CircuitObstacles circuits;
  private final List<String> members;

  Obstacles(Declared declared, Standing standing, Decisions decisions, DestructionWishes wishes) {
    this.declared = declared;
    this.decisions = decisions;
    this.connections = new ForeignConnections(declared, standing);
    this.networks = new NetworkObstacles(declared, decisions);
    this.circuits = new CircuitObstacles(declared, standing, connections, wishes);
    this.members = wishes.members();
  }

  /** All of them; empty when the resource can go. */
  List<Obstacle> of(ActualResource actual) {
    ResourceKey key = actual.key();
    List<Obstacle> found = new ArrayList<>(keptUsers(actual));
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

  private List<Obstacle> keptUsers(ActualResource actual) {
    if (USED_BY_FACT.contains(actual.key().type())) {
      return List.of();
    }
    boolean group = actual.key().type() == ResourceType.RESOURCE_GROUP;
    return declared.usersOf(actual.key()).stream()
        .flatMap(user -> decisions.kept(user.id()).stream())
        .filter(user -> uses(user.actual(), actual.key()))
        .map(
            user ->
                new Obstacle(
                    user.because(), "the " + user.key() + " stays" + (group ? "" : " and uses it")))
        .toList();
  }

  /** A gateway need not use the address that it might have been given. */
  private static boolean uses(ActualResource user, ResourceKey used) {
    return used.type() != ResourceType.PUBLIC_IP || Uses.refersTo(user.body(), used);
  }

  private List<Obstacle> foreignConnections(ResourceKey key) {
    List<String> foreign = connections.of(key);
    return foreign.isEmpty()
        ? List.of()
        : List.of(Obstacle.others("not declared and using it: " + new Foreign(key).all(foreign)));
  }

  private List<Obstacle> holder(ActualResource address) {
    String configuration = Objects.toString(address.observed().get("ipConfiguration"), "");
    Optional<String> holder = Foreign.rootOf(configuration).filter(id -> !declared.holds(id));
    return holder
        .map(id -> Obstacle.others("in use by " + new Foreign(address.key()).one(id)))
        .stream()
        .toList();
  }

  private List<Obstacle> ofGroup(ActualResource group, List<Obstacle> found) {
    if (!isTagged(group)) {
      return List.of(
          new Obstacle(
              Kept.Because.NOT_OURS,
              "not made by this plugin: it lacks the tag " + DesiredNetwork.GROUP_TAG));
    }
    List<Obstacle> all = new ArrayList<>(found);
    List<String> foreign =
        members.stream()
            .filter(id -> isIn(group.key(), id))
            .filter(id -> !declared.covers(id))
            .toList();
    if (!foreign.isEmpty()) {
      all.add(new Obstacle(Kept.Because.NOT_OURS, inGroup(group, foreign)));
    }
    return all;
  }

  private static boolean isIn(ResourceKey group, String id) {
    return id.toLowerCase(Locale.ROOT).startsWith(group.comparableId() + "/");
  }

  static String inGroup(ActualResource group, List<String> foreign) {
    return "not declared and in it: " + new Foreign(group.key()).all(foreign);
  }

  private static boolean isTagged(ActualResource group) {
    Map<String, Object> tags = Bodies.map(group.body().get("tags"));
    return tags.keySet().stream().anyMatch(DesiredNetwork.GROUP_TAG::equalsIgnoreCase);
  }

  /** Parts that nobody declared and that end with the resource. */
  List<ActualResource> partsThatGoBefore(ActualResource actual) {
    return actual.key().type() == ResourceType.CIRCUIT
        ? circuits.unusedAuthorizations(actual)
        : List.of();
  }

  /** The declared parts of a resource that stays, each with what keeps it. */
  Map<ActualResource, List<Obstacle>> partsOf(ActualResource actual) {
    return switch (actual.key().type()) {
      case VIRTUAL_NETWORK -> networks.subnetsOf(actual);
      case NETWORK_SECURITY_GROUP -> networks.rulesOf(actual);
      default -> Map.of();
    };
  }
}
