package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to other people's resources: networks that are peered with ours, tunnels that
 * use our gateway or device, what our security groups protect, and networks on our circuit.
 */
final class Effects {
  private final Standing standing;
  private final Declared declared;
  private final List<Effect> effects = new ArrayList<>();

  private Effects(List<Change> changes, Standing standing) {
    this.standing = standing;
    this.declared = new Declared(changes.stream().map(Change::desired).toList());
  }

  /** The effects of changes in place; what is removed names its users itself. */
  static List<Effect> of(List<Change> changes, Standing standing) {
    Effects found = new Effects(changes, standing);
    for (Change change : changes) {
      ActualResource actual = change.actual();
      if (change.action() == Change.Action.UPDATE && actual != null && !change.areTagsAlone()) {
        found.add(change, actual);
      }
    }
    return List.copyOf(found.effects);
  }

  /** Of which resources the connections must be known to tell the effects of a change. */
  static List<ResourceKey> asked(List<Change> changes) {
    return changes.stream()
        .filter(c -> c.action() == Change.Action.UPDATE && !c.areTagsAlone())
        .map(Effects::end)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }

  private static @Nullable ResourceKey end(Change change) {
    return switch (change.key().type()) {
      case LOCAL_NETWORK_GATEWAY, VIRTUAL_NETWORK_GATEWAY -> change.key();
      case PEERING -> Parts.wholeOf(change.key()).orElse(null);
      default -> null;
    };
  }

  private void add(Change change, ActualResource actual) {
    switch (change.key().type()) {
      case VIRTUAL_NETWORK -> network(change, actual);
      case NETWORK_SECURITY_GROUP -> securityGroup(actual);
      case LOCAL_NETWORK_GATEWAY ->
          users(change, "Their tunnels follow the change and may be interrupted.");
      case VIRTUAL_NETWORK_GATEWAY -> users(change, "They may be interrupted while it changes.");
      case PEERING -> users(change, "They lose this path while the peering changes.");
      default -> {
        // Nobody else depends on it.
      }
    }
  }

  private void network(Change change, ActualResource network) {
    boolean grows =
        change.differences().stream()
            .anyMatch(d -> d.path().startsWith("properties.addressSpace."));
    if (!grows) {
      return;
    }
    Foreign foreign = new Foreign(network.key());
    for (Map<String, Object> peering : Parts.elements(network.body(), "virtualNetworkPeerings")) {
      Map<String, Object> properties = Bodies.map(peering.get("properties"));
      String remote =
          Objects.toString(Bodies.map(properties.get("remoteVirtualNetwork")).get("id"), "");
      add(
          network.key(),
          "The address space changes, and peering %s leads to %s. That network does not know the"
                  .formatted(Parts.name(peering), foreign.one(remote))
              + " new address space until its own peering is synchronised"
              + " (az network vnet peering sync). deploy-network synchronises our side, if this"
              + " identity may.");
    }
  }

  private void securityGroup(ActualResource group) {
    List<String> users =
        Uses.ofSecurityGroup(group).stream().filter(user -> !declared.covers(user)).toList();
    if (!users.isEmpty()) {
      add(
          group.key(),
          "It also protects "
              + new Foreign(group.key()).all(users)
              + ". Its rules change there too.");
    }
  }

  private void users(Change change, String consequence) {
    ResourceKey end = Objects.requireNonNull(end(change));
    List<String> users =
        standing.connectionsOf(end).stream()
            .map(connection -> connection.key().id())
            .filter(id -> !declared.holds(id))
            .distinct()
            .toList();
    if (!users.isEmpty()) {
      add(
          change.key(),
          "Not declared and using it: " + new Foreign(end).all(users) + ". " + consequence);
    }
  }

  private void add(ResourceKey key, String text) {
    effects.add(new Effect(key, text, true));
  }
}
