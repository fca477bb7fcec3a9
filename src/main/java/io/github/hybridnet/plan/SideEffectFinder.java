package io.github.hybridnet.plan;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdText;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.declared.DeclaredGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a plan does to other people's resources: networks that are peered with ours, tunnels that
 * use our gateway or device, what our security groups protect, and networks on our circuit.
 */
public final class SideEffectFinder {
  private final ActualState actualState;
  private final DeclaredGraph declaredGraph;
  private final List<SideEffect> effects = new ArrayList<>();

  private SideEffectFinder(List<ResourceChange> changes, ActualState actualState) {
    this.actualState = actualState;
    this.declaredGraph = new DeclaredGraph(changes.stream().map(ResourceChange::declared).toList());
  }

  /** The effects of changes in place; what is removed names its users itself. */
  public static List<SideEffect> of(List<ResourceChange> changes, ActualState actualState) {
    SideEffectFinder found = new SideEffectFinder(changes, actualState);
    for (ResourceChange resourceChange : changes) {
      ActualResource actual = resourceChange.actual();
      if (resourceChange.action() == ResourceChange.Action.UPDATE
          && actual != null
          && !resourceChange.areTagsAlone()) {
        found.add(resourceChange, actual);
      }
    }
    return List.copyOf(found.effects);
  }

  /** Of which resources the connections must be known to tell the effects of a change. */
  static List<ResourceKey> asked(List<ResourceChange> changes) {
    return changes.stream()
        .filter(c -> c.action() == ResourceChange.Action.UPDATE && !c.areTagsAlone())
        .map(SideEffectFinder::end)
        .filter(Objects::nonNull)
        .map(Objects::requireNonNull)
        .distinct()
        .toList();
  }

  private static @Nullable ResourceKey end(ResourceChange resourceChange) {
    return switch (resourceChange.key().type()) {
      case LOCAL_NETWORK_GATEWAY, VIRTUAL_NETWORK_GATEWAY -> resourceChange.key();
      case PEERING -> ChildResources.wholeOf(resourceChange.key()).orElse(null);
      default -> null;
    };
  }

  private void add(ResourceChange resourceChange, ActualResource actual) {
    switch (resourceChange.key().type()) {
      case VIRTUAL_NETWORK -> network(resourceChange, actual);
      case NETWORK_SECURITY_GROUP -> securityGroup(actual);
      case LOCAL_NETWORK_GATEWAY ->
          users(resourceChange, "Their tunnels follow the change and may be interrupted.");
      case VIRTUAL_NETWORK_GATEWAY ->
          users(resourceChange, "They may be interrupted while this gateway changes.");
      case PEERING -> users(resourceChange, "They lose this path while the peering changes.");
      default -> {
        // Nobody else depends on it.
      }
    }
  }

  private void network(ResourceChange resourceChange, ActualResource network) {
    boolean grows =
        resourceChange.differences().stream()
            .anyMatch(d -> d.path().startsWith("properties.addressSpace."));
    if (!grows) {
      return;
    }
    ResourceIdText resourceIdText = new ResourceIdText(network.key());
    for (Map<String, Object> peering :
        ChildResources.elements(network.body(), "virtualNetworkPeerings")) {
      String remote = new ResourceBody(peering).text("properties", "remoteVirtualNetwork", "id");
      add(
          network.key(),
          "The address space changes, and the peering '%s' leads to the %s. That network does not know the"
                  .formatted(ChildResources.name(peering), resourceIdText.one(remote))
              + " new address space until its own peering is synchronised"
              + " (az network vnet peering sync). deploy-network synchronises this side if this"
              + " identity has the right to.");
    }
  }

  private void securityGroup(ActualResource group) {
    List<String> users =
        ResourceUsers.ofSecurityGroup(group).stream()
            .filter(user -> !declaredGraph.containsInside(user))
            .toList();
    if (!users.isEmpty()) {
      add(
          group.key(),
          "This group also protects "
              + new ResourceIdText(group.key()).all(users)
              + ". The rules of this group change there too.");
    }
  }

  private void users(ResourceChange resourceChange, String consequence) {
    ResourceKey end = Objects.requireNonNull(end(resourceChange));
    List<String> users =
        actualState.connectionsOf(end).stream()
            .map(connection -> connection.key().id())
            .filter(id -> !declaredGraph.contains(id))
            .distinct()
            .toList();
    if (!users.isEmpty()) {
      add(
          resourceChange.key(),
          "Used by resources that are not in the parameter files: "
              + new ResourceIdText(end).all(users)
              + ". "
              + consequence);
    }
  }

  private void add(ResourceKey key, String text) {
    effects.add(new SideEffect(key, text, true));
  }
}
