package io.github.hybridnet.plan.replace;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredPublicIp;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the actual public addresses suit the VPN gateways that are made with them. Azure refuses
 * an address without zones for a new zone-redundant gateway, and a zonal one for a regional gateway
 * (VmssVpnGatewayPublicIpsMustHaveZonesConfigured,
 * RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured). An existing gateway keeps its
 * address.
 */
final class AddressZoneReplacements {
  private final Plan plan;

  /** A fit for the gateways that a plan makes. */
  AddressZoneReplacements(Plan plan) {
    this.plan = plan;
  }

  /** The changes, with replacements of the addresses that do not suit. */
  List<ResourceChange> of(List<ResourceChange> changes) {
    List<ResourceChange> fitted = new ArrayList<>(changes);
    plan.changes().stream()
        .filter(ResourceChange::isMade)
        .filter(c -> c.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .filter(c -> ConnectivityPath.of(c.declared().body()) == ConnectivityPath.VPN)
        .forEach(gateway -> fit(gateway, fitted));
    return fitted;
  }

  private static void fit(ResourceChange gateway, List<ResourceChange> changes) {
    Set<String> ids = new HashSet<>();
    gateway.declared().dependsOn().forEach(key -> ids.add(key.comparableId()));
    List<ResourceChange> addresses =
        changes.stream()
            .filter(c -> c.key().type() == ResourceType.PUBLIC_IP)
            .filter(c -> ids.contains(c.key().comparableId()))
            .filter(c -> !new DeclaredPublicIp(c.declared()).hasDeclaredZones())
            .toList();
    Optional<ResourceChange> unfit =
        addresses.stream().filter(AddressZoneReplacements::isUnfit).findFirst();
    if (unfit.isPresent()) {
      List<String> zones = new DeclaredPublicIp(unfit.get().declared()).zones();
      addresses.forEach(each -> changes.set(changes.indexOf(each), in(zones, each)));
    }
  }

  /** The change of an address that is made in those zones. */
  private static ResourceChange in(List<String> zones, ResourceChange address) {
    DeclaredResource declared = new DeclaredPublicIp(address.declared()).inZones(zones);
    ActualResource actual = address.actual();
    if (actual == null || !isUnfit(address)) {
      return new ResourceChange(address.action(), declared, actual, address.differences());
    }
    List<PropertyDifference> differences = new ArrayList<>(address.differences());
    differences.add(
        new PropertyDifference(
            DeclaredPublicIp.ZONES,
            zones.toString(),
            DeclaredPublicIp.zones(actual.body()).toString()));
    return new ResourceChange(ResourceChange.Action.REPLACE, declared, actual, differences);
  }

  private static boolean isUnfit(ResourceChange address) {
    ActualResource actual = address.actual();
    return actual != null
        && address.action() != ResourceChange.Action.REPLACE
        && DeclaredPublicIp.zones(actual.body()).isEmpty()
            != new DeclaredPublicIp(address.declared()).zones().isEmpty();
  }
}
