package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.JoinPermissions;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.engine.guard.GuardedWork;
import io.github.hybridnet.engine.guard.RequiredAccess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The permissions that a disconnect, its restore and the tags of a drill need. */
public final class DisconnectRequirements {
  private static final String NETWORK = "Microsoft.Network/";
  private static final String PEERING = NETWORK + "expressRouteCircuits/peerings/";
  private static final String CONNECTION = NETWORK + "connections/";
  private static final String GATEWAY = NETWORK + "virtualNetworkGateways/";
  private static final String TAGS = "Microsoft.Resources/tags/";

  private DisconnectRequirements() {}

  /** The disconnect and its undo, as a drill is set to do them. */
  public static GuardedWork of(DrillSettings settings, DrillTarget target) {
    RequiredAccess requiredAccess =
        switch (settings.method()) {
          case PEERING -> peering(target);
          case CONNECTION -> connection(target);
          case SITE_SIMULATION -> siteSimulation(target);
        };
    return new GuardedWork(requiredAccess, Set.of(), List.of(), settings.times().longest(), true);
  }

  private static RequiredAccess peering(DrillTarget target) {
    ResourceKey peering = target.circuit().peering();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(peering, List.of(PEERING + "read", PEERING + "write"));
    return of(actions, List.of(target.group(), target.circuit().key(), peering), Set.of());
  }

  /**
   * A right that is given on a connection alone goes with it; and who makes it again joins it to
   * its circuit again.
   */
  private static RequiredAccess connection(DrillTarget target) {
    ResourceKey connection = target.expressRoute().connection().key();
    ResourceKey gateway = target.expressRoute().gateway();
    ResourceKey circuit = target.circuit().key();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(connection, List.of(CONNECTION + "read", CONNECTION + "delete"));
    List<String> inGroup = new ArrayList<>(actions.getOrDefault(target.group(), List.of()));
    inGroup.add(CONNECTION + "write");
    actions.put(target.group(), inGroup);
    JoinPermissions.of(target.expressRoute().connection().body())
        .forEach((joined, action) -> actions.put(joined, List.of(action)));
    return of(actions, List.of(target.group(), connection, gateway, circuit), Set.of(connection));
  }

  private static RequiredAccess siteSimulation(DrillTarget target) {
    ResourceKey gateway = target.expressRoute().gateway();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(
        gateway,
        List.of(
            GATEWAY + "startSiteFailoverTest/action",
            GATEWAY + "stopSiteFailoverTest/action",
            GATEWAY + "getFailoverAllTestsDetails/action"));
    return of(actions, List.of(target.group(), gateway), Set.of());
  }

  private static RequiredAccess of(
      Map<ResourceKey, List<String>> actions, List<ResourceKey> written, Set<ResourceKey> removed) {
    Set<ResourceKey> scopes = new LinkedHashSet<>(written);
    return new RequiredAccess(actions, scopes, scopes, removed);
  }

  private static Map<ResourceKey, List<String>> marker(DrillTarget target) {
    Map<ResourceKey, List<String>> actions = new LinkedHashMap<>();
    actions.put(target.group(), List.of(TAGS + "read", TAGS + "write"));
    return actions;
  }
}
