package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What keeps virtual networks with their subnets, and security groups with their rules. */
final class NetworkObstacles {
  static final String SUBNETS = "subnets";
  static final String RULES = "securityRules";

  private final Declared declared;
  private final Decisions decisions;

  NetworkObstacles(Declared declared, Decisions decisions) {
    this.declared = declared;
    this.decisions = decisions;
  }

  List<Obstacle> of(ActualResource network) {
    List<Obstacle> found = new ArrayList<>();
    List<String> subnets =
        declared.elements(network, SUBNETS, false).stream().map(Parts::name).toList();
    if (!subnets.isEmpty()) {
      found.add(Obstacle.others("subnets that are not declared: " + Foreign.some(subnets)));
    }
    List<String> peerings =
        Parts.elements(network.body(), "virtualNetworkPeerings").stream().map(Parts::name).toList();
    if (!peerings.isEmpty()) {
      found.add(Obstacle.others("peered with other networks: " + Foreign.some(peerings)));
    }
    for (Map<String, Object> subnet : declared.elements(network, SUBNETS, true)) {
      List<String> users =
          usersOf(network, subnet).stream().filter(u -> !declared.holds(u)).toList();
      ofSubnet(network, subnet, users)
          .forEach(o -> found.add(Obstacle.others("subnet " + Parts.name(subnet) + " " + o)));
    }
    return found;
  }

  /** As in "the subnet web …". */
  private static List<String> ofSubnet(
      ActualResource network, Map<String, Object> subnet, List<String> users) {
    List<String> found = new ArrayList<>();
    if (!users.isEmpty()) {
      found.add("is in use by " + new Foreign(network.key()).all(users));
    }
    List<String> services =
        Parts.elements(subnet, "delegations").stream()
            .map(d -> String.valueOf(Bodies.map(d.get("properties")).get("serviceName")))
            .toList();
    if (!services.isEmpty()) {
      found.add("is delegated to " + Foreign.some(services));
    }
    return found;
  }

  /** Who keeps a subnet in use, by the ids of whole resources. */
  private List<String> usersOf(ActualResource network, Map<String, Object> subnet) {
    ResourceKey key = Parts.key(network.key(), ResourceType.SUBNET, Parts.name(subnet));
    Stream<String> told =
        Uses.ofSubnet(network, Parts.name(subnet)).stream()
            .map(u -> Foreign.rootOf(u).orElse(u))
            .filter(this::stays);
    Stream<String> kept =
        declared.usersOf(network.key()).stream()
            .flatMap(u -> decisions.kept(u.id()).stream())
            .filter(u -> Uses.refersTo(u.actual().body(), key))
            .map(u -> u.key().id());
    return Stream.concat(told, kept).distinct().toList();
  }

  /** A declared user that does not stand any more is one that the service has yet to forget. */
  private boolean stays(String user) {
    return !declared.holds(user) || decisions.kept(user).isPresent();
  }

  List<Obstacle> ofSecurityGroup(ActualResource group) {
    List<Obstacle> found = new ArrayList<>(usersOfSecurityGroup(group));
    List<String> rules = declared.elements(group, RULES, false).stream().map(Parts::name).toList();
    if (!rules.isEmpty()) {
      found.add(Obstacle.others("rules that are not declared: " + Foreign.some(rules)));
    }
    return found;
  }

  /** Those that would lose their rules. */
  List<Obstacle> usersOfSecurityGroup(ActualResource group) {
    List<String> users = Uses.ofSecurityGroup(group).stream().filter(id -> !isGoing(id)).toList();
    return users.isEmpty()
        ? List.of()
        : List.of(Obstacle.others("in use by " + new Foreign(group.key()).all(users)));
  }

  private boolean isGoing(String user) {
    return Stream.of(user, Foreign.rootOf(user).orElse(user))
        .anyMatch(id -> decisions.goes(id) || isGone(id));
  }

  /** Declared, and decided upon neither way: it does not stand. */
  private boolean isGone(String id) {
    return declared.holds(id) && decisions.kept(id).isEmpty() && !decisions.goes(id);
  }

  /** The declared subnets of a network that stays, each with what keeps it. */
  Map<ActualResource, List<Obstacle>> subnetsOf(ActualResource network) {
    Map<ActualResource, List<Obstacle>> subnets = new LinkedHashMap<>();
    for (Map<String, Object> subnet : declared.elements(network, SUBNETS, true)) {
      subnets.put(
          Parts.standing(network, ResourceType.SUBNET, subnet),
          ofSubnet(network, subnet, usersOf(network, subnet)).stream()
              .map(o -> Obstacle.others("it " + o))
              .toList());
    }
    return subnets;
  }

  /** The declared rules of a group that stays; where somebody uses it, they protect him. */
  Map<ActualResource, List<Obstacle>> rulesOf(ActualResource group) {
    Map<ActualResource, List<Obstacle>> rules = new LinkedHashMap<>();
    if (usersOfSecurityGroup(group).isEmpty()) {
      declared
          .elements(group, RULES, true)
          .forEach(r -> rules.put(Parts.standing(group, ResourceType.SECURITY_RULE, r), List.of()));
    }
    return rules;
  }
}
