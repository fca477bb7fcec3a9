package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has to be removed so that everything can be as declared: resources that Azure cannot change
 * in place, gateways in a GatewaySubnet that changes, a gateway in the place of another; and before
 * each of them what uses it, because Azure removes nothing that is in use.
 */
public final class ReplacementPlanner {
  /**
   * What can be made anew. A virtual network holds what others put there, and a circuit has a
   * service key that its provider works with: neither is ever removed to be made anew.
   */
  private static final Set<ResourceType> REPLACEABLE =
      Set.of(
          ResourceType.PUBLIC_IP,
          ResourceType.LOCAL_NETWORK_GATEWAY,
          ResourceType.VIRTUAL_NETWORK_GATEWAY,
          ResourceType.CONNECTION);

  /** What may use one of those. */
  private static final Set<ResourceType> USERS =
      Set.of(ResourceType.VIRTUAL_NETWORK_GATEWAY, ResourceType.CONNECTION);

  private final List<ResourceChange> changes;
  private final ActualState actualState;
  private final Map<String, ResourceRemoval> removals = new LinkedHashMap<>();

  private ReplacementPlanner(List<ResourceChange> changes, ActualState actualState) {
    this.changes = changes;
    this.actualState = actualState;
  }

  /**
   * The plan with everything that has to be removed. A gateway that is made anew may need other
   * public addresses, which are then replaced with it.
   *
   * @param changes what differs, in the order in which it is written
   */
  public static Plan plan(List<ResourceChange> changes, ActualState actualState) {
    Plan plan = new ReplacementPlanner(changes, actualState).withRemovals();
    List<ResourceChange> fitted = new AddressZoneReplacements(plan).of(changes);
    return fitted.equals(changes)
        ? plan
        : new ReplacementPlanner(fitted, actualState).withRemovals();
  }

  private Plan withRemovals() {
    changes.forEach(this::removeOccupants);
    changes.forEach(this::removeForNewSubnet);
    changes.forEach(this::removeToReplace);
    return new Plan(
        changes.stream().map(c -> isRemoved(c.key()) ? remade(c) : c).toList(),
        List.copyOf(removals.values()));
  }

  private static ResourceChange remade(ResourceChange resourceChange) {
    return new ResourceChange(
        ResourceChange.Action.REPLACE,
        resourceChange.declared(),
        resourceChange.actual(),
        resourceChange.differences(),
        resourceChange.uncompared());
  }

  /**
   * A virtual network has one gateway of a type ("at most one VPN and one ExpressRoute"), also when
   * the declared one is elsewhere, or is there as a gateway of the other type.
   */
  private void removeOccupants(ResourceChange resourceChange) {
    if (resourceChange.key().type() != ResourceType.VIRTUAL_NETWORK_GATEWAY) {
      return;
    }
    String type = gatewayType(resourceChange.declared().body());
    for (ActualResource other : gateways()) {
      if (declared(other.key()).isEmpty() && gatewayType(other.body()).equals(type)) {
        String reason = "it occupies the place of the " + resourceChange.key().quoted();
        remove(other, reason, List.of(other.key().name()));
      }
    }
  }

  private void removeForNewSubnet(ResourceChange resourceChange) {
    if (!resourceChange.changesGatewaySubnet()) {
      return;
    }
    String reason = "it is in the " + Subnet.GATEWAY_SUBNET + ", whose prefix changes";
    for (ActualResource gateway : gateways()) {
      String name = gateway.key().name();
      boolean ours = declared(gateway.key()).isPresent();
      remove(gateway, reason, ours ? List.of(Subnet.GATEWAY_SUBNET, name) : List.of(name));
    }
  }

  private void removeToReplace(ResourceChange resourceChange) {
    ActualResource actual = resourceChange.actual();
    if (resourceChange.action() == ResourceChange.Action.REPLACE
        && actual != null
        && REPLACEABLE.contains(resourceChange.key().type())) {
      remove(actual, ownReason(resourceChange), List.of(actual.key().name()));
    }
  }

  private static String ownReason(ResourceChange resourceChange) {
    return "Azure cannot change "
        + resourceChange.unchangeable().stream()
            .map(PropertyDifference::path)
            .collect(Collectors.joining(", "))
        + " in place";
  }

  /**
   * Removes a resource after its users.
   *
   * @param words those that cover it, unless a change of its own removes it too: then only its name
   */
  private void remove(ActualResource actual, String reason, List<String> words) {
    if (isRemoved(actual.key())) {
      return;
    }
    Optional<ResourceChange> own =
        declared(actual.key()).filter(c -> c.action() == ResourceChange.Action.REPLACE);
    List<String> needed = own.isPresent() ? List.of(actual.key().name()) : words;
    List<ResourceKey> before = new ArrayList<>();
    for (ActualResource user : users(actual)) {
      remove(user, "it uses the " + actual.key().quoted(), words(user.key(), actual.key(), needed));
      before.add(user.key());
    }
    removals.put(
        actual.key().comparableId(),
        new ResourceRemoval(
            actual, before, own.map(ReplacementPlanner::ownReason).orElse(reason), needed));
  }

  /** A declared user goes with what it uses; one of others needs a word of its own. */
  private List<String> words(ResourceKey user, ResourceKey used, List<String> cause) {
    if (declared(user).isEmpty()) {
      return List.of(word(user, used));
    }
    List<String> words = new ArrayList<>(cause);
    words.add(user.name());
    return words;
  }

  /** A name alone may be that of something of ours, too. */
  private static String word(ResourceKey user, ResourceKey used) {
    boolean near =
        user.resourceGroup().equalsIgnoreCase(used.resourceGroup())
            && user.subscriptionId().equalsIgnoreCase(used.subscriptionId());
    return near ? user.name() : user.resourceGroup() + "/" + user.name();
  }

  private List<ActualResource> users(ActualResource used) {
    Map<String, ActualResource> users = new LinkedHashMap<>();
    actualState.all().stream()
        .filter(r -> USERS.contains(r.key().type()) && ResourceUsers.refersTo(r.body(), used.key()))
        .forEach(r -> users.put(r.key().comparableId(), r));
    actualState.connectionsOf(used.key()).forEach(r -> users.put(r.key().comparableId(), r));
    return List.copyOf(users.values());
  }

  /** The actual gateways in the declared virtual network, whoever made them. */
  private List<ActualResource> gateways() {
    return changes.stream()
        .map(ResourceChange::actual)
        .filter(Objects::nonNull)
        .flatMap(actual -> NetworkGateways.of(actual).stream())
        .flatMap(key -> actualState.find(key).stream())
        .toList();
  }

  private Optional<ResourceChange> declared(ResourceKey key) {
    return changes.stream()
        .filter(c -> c.key().comparableId().equals(key.comparableId()))
        .findFirst();
  }

  private boolean isRemoved(ResourceKey key) {
    return removals.containsKey(key.comparableId());
  }

  private static String gatewayType(Map<String, Object> body) {
    return new ResourceBody(body).text("properties", "gatewayType").toLowerCase(Locale.ROOT);
  }
}
