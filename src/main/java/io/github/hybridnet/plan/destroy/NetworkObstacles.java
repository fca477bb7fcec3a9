package io.github.hybridnet.plan.destroy;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What keeps virtual networks with their subnets, and security groups with their rules. */
final class NetworkObstacles {
  static final String SUBNETS = "subnets";
  static final String RULES = "securityRules";

  private final DeclaredGraph declaredGraph;
  private final DestroyDecisions destroyDecisions;

  NetworkObstacles(DeclaredGraph declaredGraph, DestroyDecisions destroyDecisions) {
    this.declaredGraph = declaredGraph;
    this.destroyDecisions = destroyDecisions;
  }

  List<RemovalObstacle> of(ActualResource network) {
    List<RemovalObstacle> found = new ArrayList<>();
    List<String> subnets =
        declaredGraph.elements(network, SUBNETS, false).stream().map(ChildResources::name).toList();
    if (!subnets.isEmpty()) {
      found.add(
          RemovalObstacle.others(
              "it has subnets that are not in the parameter files: "
                  + ResourceIdText.first(subnets)));
    }
    List<String> peerings =
        ChildResources.elements(network.body(), "virtualNetworkPeerings").stream()
            .map(ChildResources::name)
            .toList();
    if (!peerings.isEmpty()) {
      found.add(
          RemovalObstacle.others(
              "it is peered with other networks: " + ResourceIdText.first(peerings)));
    }
    for (Map<String, Object> subnet : declaredGraph.elements(network, SUBNETS, true)) {
      List<String> users =
          usersOf(network, subnet).stream().filter(u -> !declaredGraph.contains(u)).toList();
      ofSubnet(network, subnet, users)
          .forEach(
              o ->
                  found.add(
                      RemovalObstacle.others("subnet '" + ChildResources.name(subnet) + "' " + o)));
    }
    return found;
  }

  /** As in "the subnet web …". */
  private static List<String> ofSubnet(
      ActualResource network, Map<String, Object> subnet, List<String> users) {
    List<String> found = new ArrayList<>();
    if (!users.isEmpty()) {
      found.add("is in use by " + new ResourceIdText(network.key()).all(users));
    }
    List<String> services =
        ChildResources.elements(subnet, "delegations").stream()
            .map(d -> new ResourceBody(d).text("properties", "serviceName"))
            .toList();
    if (!services.isEmpty()) {
      found.add("is delegated to " + ResourceIdText.first(services));
    }
    return found;
  }

  /** Who keeps a subnet in use, by the ids of whole resources. */
  private List<String> usersOf(ActualResource network, Map<String, Object> subnet) {
    ResourceKey key =
        ChildResources.key(network.key(), ResourceType.SUBNET, ChildResources.name(subnet));
    Stream<String> reported =
        ResourceUsers.ofSubnet(network, ChildResources.name(subnet)).stream()
            .map(u -> ResourceIdText.rootOf(u).orElse(u))
            .filter(this::stays);
    Stream<String> kept =
        declaredGraph.usersOf(network.key()).stream()
            .flatMap(u -> destroyDecisions.kept(u.id()).stream())
            .filter(u -> ResourceUsers.refersTo(u.actual().body(), key))
            .map(u -> u.key().id());
    return Stream.concat(reported, kept).distinct().toList();
  }

  /** A declared user that no longer exists is one that the service has yet to forget. */
  private boolean stays(String user) {
    return !declaredGraph.contains(user) || destroyDecisions.kept(user).isPresent();
  }

  List<RemovalObstacle> ofSecurityGroup(ActualResource group) {
    List<RemovalObstacle> found = new ArrayList<>(usersOfSecurityGroup(group));
    List<String> rules =
        declaredGraph.elements(group, RULES, false).stream().map(ChildResources::name).toList();
    if (!rules.isEmpty()) {
      found.add(
          RemovalObstacle.others(
              "it has rules that are not in the parameter files: " + ResourceIdText.first(rules)));
    }
    return found;
  }

  /** Those that would lose their rules. */
  List<RemovalObstacle> usersOfSecurityGroup(ActualResource group) {
    List<String> users =
        ResourceUsers.ofSecurityGroup(group).stream().filter(id -> !isGoing(id)).toList();
    return users.isEmpty()
        ? List.of()
        : List.of(
            RemovalObstacle.others("in use by " + new ResourceIdText(group.key()).all(users)));
  }

  private boolean isGoing(String user) {
    return Stream.of(user, ResourceIdText.rootOf(user).orElse(user))
        .anyMatch(id -> destroyDecisions.goes(id) || isGone(id));
  }

  /** Declared, and decided upon neither way: it does not exist. */
  private boolean isGone(String id) {
    return declaredGraph.contains(id)
        && destroyDecisions.kept(id).isEmpty()
        && !destroyDecisions.goes(id);
  }

  /** The declared subnets of a network that stays, each with what keeps it. */
  Map<ActualResource, List<RemovalObstacle>> subnetsOf(ActualResource network) {
    Map<ActualResource, List<RemovalObstacle>> subnets = new LinkedHashMap<>();
    for (Map<String, Object> subnet : declaredGraph.elements(network, SUBNETS, true)) {
      subnets.put(
          ChildResources.actual(network, ResourceType.SUBNET, subnet),
          ofSubnet(network, subnet, usersOf(network, subnet)).stream()
              .map(o -> RemovalObstacle.others("it " + o))
              .toList());
    }
    return subnets;
  }

  /** The declared rules of a group that stays; where somebody uses it, they protect him. */
  Map<ActualResource, List<RemovalObstacle>> rulesOf(ActualResource group) {
    Map<ActualResource, List<RemovalObstacle>> rules = new LinkedHashMap<>();
    if (usersOfSecurityGroup(group).isEmpty()) {
      declaredGraph
          .elements(group, RULES, true)
          .forEach(
              r ->
                  rules.put(
                      ChildResources.actual(group, ResourceType.SECURITY_RULE, r), List.of()));
    }
    return rules;
  }
}
