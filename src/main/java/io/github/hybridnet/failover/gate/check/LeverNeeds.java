package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.plan.ResourceKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a lever, its undo and the marker need to be allowed.
 *
 * @param actions by what they are done to
 * @param written what must not be locked against writing
 * @param deleted what must not be locked against deletion
 */
public record LeverNeeds(
    Map<ResourceKey, List<String>> actions, Set<ResourceKey> written, Set<ResourceKey> deleted) {
  private static final String NETWORK = "Microsoft.Network/";
  private static final String PEERING = NETWORK + "expressRouteCircuits/peerings/";
  private static final String CONNECTION = NETWORK + "connections/";
  private static final String GATEWAY = NETWORK + "virtualNetworkGateways/";
  private static final String TAGS = "Microsoft.Resources/tags/";

  /** What a lever needs. */
  public static LeverNeeds of(LeverKind lever, DrillTarget target) {
    return switch (lever) {
      case PEERING -> peering(target);
      case CONNECTION -> connection(target);
      case SITE_SIMULATION -> siteSimulation(target);
    };
  }

  private static LeverNeeds peering(DrillTarget target) {
    ResourceKey peering = target.circuit().peering();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(peering, List.of(PEERING + "read", PEERING + "write"));
    return new LeverNeeds(
        actions, Set.of(target.group(), target.circuit().key(), peering), Set.of());
  }

  private static LeverNeeds connection(DrillTarget target) {
    ResourceKey connection = target.expressRoute().connection().key();
    ResourceKey gateway = target.expressRoute().gateway();
    ResourceKey circuit = target.circuit().key();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(
        connection, List.of(CONNECTION + "read", CONNECTION + "write", CONNECTION + "delete"));
    return new LeverNeeds(
        actions, Set.of(target.group(), connection, gateway, circuit), Set.of(connection));
  }

  private static LeverNeeds siteSimulation(DrillTarget target) {
    ResourceKey gateway = target.expressRoute().gateway();
    Map<ResourceKey, List<String>> actions = marker(target);
    actions.put(
        gateway,
        List.of(
            GATEWAY + "startSiteFailoverTest/action",
            GATEWAY + "stopSiteFailoverTest/action",
            GATEWAY + "getFailoverAllTestsDetails/action"));
    return new LeverNeeds(actions, Set.of(target.group(), gateway), Set.of());
  }

  private static Map<ResourceKey, List<String>> marker(DrillTarget target) {
    Map<ResourceKey, List<String>> actions = new LinkedHashMap<>();
    actions.put(target.group(), List.of(TAGS + "read", TAGS + "write"));
    return actions;
  }
}
