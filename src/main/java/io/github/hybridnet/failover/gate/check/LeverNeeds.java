package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.JoinedResources;
import io.github.hybridnet.engine.guard.Needs;
import io.github.hybridnet.engine.guard.Undertaking;
import io.github.hybridnet.failover.DrillSettings;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a lever, its undo and the marker need to be allowed. */
public final class LeverNeeds {
  private static final String NETWORK = "Microsoft.Network/";
  private static final String PEERING = NETWORK + "expressRouteCircuits/peerings/";
  private static final String CONNECTION = NETWORK + "connections/";
  private static final String GATEWAY = NETWORK + "virtualNetworkGateways/";
  private static final String TAGS = "Microsoft.Resources/tags/";

  private LeverNeeds() {}

  /** The disconnect and its undo, as a drill is set to do them. */
  public static Undertaking of(DrillSettings settings, DrillTarget target) {
    Needs needs =
        switch (settings.lever()) {
          case PEERING -> peering(target);
          case CONNECTION -> connection(target);
          case SITE_SIMULATION -> siteSimulation(target);
        };
    return new Undertaking(needs, Set.of(), List.of(), settings.times().longest(), true);
  }

  private static Needs peering(DrillTarget target) {
    ResourceKey peering = target.circuit().peering();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(peering, List.of(PEERING + "read", PEERING + "write"));
    return of(actions, List.of(target.group(), target.circuit().key(), peering), Set.of());
  }

  /**
   * A right that is given on a connection alone goes with it; and who makes it again joins it to
   * its circuit again.
   */
  private static Needs connection(DrillTarget target) {
    ResourceKey connection = target.expressRoute().connection().key();
    ResourceKey gateway = target.expressRoute().gateway();
    ResourceKey circuit = target.circuit().key();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(connection, List.of(CONNECTION + "read", CONNECTION + "delete"));
    List<String> inGroup = new ArrayList<>(actions.getOrDefault(target.group(), List.of()));
    inGroup.add(CONNECTION + "write");
    actions.put(target.group(), inGroup);
    JoinedResources.of(target.expressRoute().connection().body())
        .forEach((joined, action) -> actions.put(joined, List.of(action)));
    return of(actions, List.of(target.group(), connection, gateway, circuit), Set.of(connection));
  }

  private static Needs siteSimulation(DrillTarget target) {
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

  private static Needs of(
      Map<ResourceKey, List<String>> actions, List<ResourceKey> written, Set<ResourceKey> removed) {
    Set<ResourceKey> scopes = new LinkedHashSet<>(written);
    return new Needs(actions, scopes, scopes, removed);
  }

  private static Map<ResourceKey, List<String>> marker(DrillTarget target) {
    Map<ResourceKey, List<String>> actions = new LinkedHashMap<>();
    actions.put(target.group(), List.of(TAGS + "read", TAGS + "write"));
    return actions;
  }
}
