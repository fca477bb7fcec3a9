package io.github.hybridnet.plan;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * VPN gateways that come back under another public address, which the on-premises device does not
 * know yet.
 */
final class NewAddresses {
  private final Plan plan;

  NewAddresses(Plan plan) {
    this.plan = plan;
  }

  List<Outage> outages() {
    boolean tunnelRemoved =
        plan.removals().stream()
            .anyMatch(
                r ->
                    r.key().type() == ResourceType.CONNECTION
                        && Way.of(r.actual().body()) == Way.VPN);
    return tunnelRemoved
        ? plan.changes().stream().filter(NewAddresses::isVpnGateway).flatMap(this::of).toList()
        : List.of();
  }

  private Stream<Outage> of(Change gateway) {
    List<String> made =
        plan.changes().stream()
            .filter(c -> c.key().type() == ResourceType.PUBLIC_IP && c.isMade())
            .filter(c -> uses(gateway, c.key()))
            .map(c -> c.key().name())
            .toList();
    return made.isEmpty()
        ? Stream.of()
        : Stream.of(
            new Outage(
                List.of(gateway.key()),
                "The VPN gateway "
                    + gateway.key().name()
                    + " gets another public address, that of "
                    + String.join(" and ", made)
                    + ": the tunnel stays down until the on-premises device knows it.",
                null));
  }

  private static boolean uses(Change gateway, ResourceKey address) {
    Map<String, Object> properties = Bodies.map(gateway.desired().body().get("properties"));
    return Bodies.maps(properties.get("ipConfigurations")).stream()
        .map(c -> Bodies.map(Bodies.map(c.get("properties")).get("publicIPAddress")).get("id"))
        .anyMatch(id -> address.id().equalsIgnoreCase(String.valueOf(id)));
  }

  private static boolean isVpnGateway(Change change) {
    return change.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY
        && Way.of(change.desired().body()) == Way.VPN;
  }
}
