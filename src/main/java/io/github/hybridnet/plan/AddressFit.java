package io.github.hybridnet.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether the public addresses that stand suit the VPN gateways that are made with them. Azure
 * refuses an address without zones for a new zone-redundant gateway, and a zonal one for a regional
 * gateway (VmssVpnGatewayPublicIpsMustHaveZonesConfigured,
 * RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured). A gateway that stands keeps its
 * address.
 */
final class AddressFit {
  private final Plan plan;

  /** A fit for the gateways that a plan makes. */
  AddressFit(Plan plan) {
    this.plan = plan;
  }

  /** The changes, with replacements of the addresses that do not suit. */
  List<Change> of(List<Change> changes) {
    List<Change> fitted = new ArrayList<>(changes);
    plan.changes().stream()
        .filter(Change::isMade)
        .filter(c -> c.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY)
        .filter(c -> Way.of(c.desired().body()) == Way.VPN)
        .forEach(gateway -> fit(gateway, fitted));
    return fitted;
  }

  private static void fit(Change gateway, List<Change> changes) {
    Set<String> ids = new HashSet<>();
    gateway.desired().dependsOn().forEach(key -> ids.add(key.comparableId()));
    List<Change> addresses =
        changes.stream()
            .filter(c -> c.key().type() == ResourceType.PUBLIC_IP)
            .filter(c -> ids.contains(c.key().comparableId()))
            .filter(c -> !new PublicAddress(c.desired()).hasDeclaredZones())
            .toList();
    Optional<Change> unfit = addresses.stream().filter(AddressFit::isUnfit).findFirst();
    if (unfit.isPresent()) {
      List<String> zones = new PublicAddress(unfit.get().desired()).zones();
      addresses.forEach(each -> changes.set(changes.indexOf(each), in(zones, each)));
    }
  }

  /** The change of an address that is made in those zones. */
  private static Change in(List<String> zones, Change address) {
    DesiredResource desired = new PublicAddress(address.desired()).inZones(zones);
    ActualResource actual = address.actual();
    if (actual == null || !isUnfit(address)) {
      return new Change(address.action(), desired, actual, address.differences());
    }
    List<Difference> differences = new ArrayList<>(address.differences());
    differences.add(
        new Difference(
            PublicAddress.ZONES, zones.toString(), PublicAddress.zones(actual.body()).toString()));
    return new Change(Change.Action.REPLACE, desired, actual, differences);
  }

  private static boolean isUnfit(Change address) {
    ActualResource actual = address.actual();
    return actual != null
        && address.action() != Change.Action.REPLACE
        && PublicAddress.zones(actual.body()).isEmpty()
            != new PublicAddress(address.desired()).zones().isEmpty();
  }
}
