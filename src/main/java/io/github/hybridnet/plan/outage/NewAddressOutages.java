package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.GatewayAddresses;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.List;
import java.util.stream.Stream;

/**
 * VPN gateways that come back under another public address, which the on-premises device does not
 * know yet.
 */
final class NewAddressOutages {
  private final Plan plan;

  NewAddressOutages(Plan plan) {
    this.plan = plan;
  }

  List<ExpectedOutage> outages() {
    boolean tunnelRemoved =
        plan.removals().stream()
            .anyMatch(
                r ->
                    r.key().type() == ResourceType.CONNECTION
                        && ConnectivityPath.of(r.actual().body()) == ConnectivityPath.VPN);
    return tunnelRemoved
        ? plan.changes().stream().filter(NewAddressOutages::isVpnGateway).flatMap(this::of).toList()
        : List.of();
  }

  private Stream<ExpectedOutage> of(ResourceChange gateway) {
    List<String> made =
        plan.changes().stream()
            .filter(c -> c.key().type() == ResourceType.PUBLIC_IP && c.isMade())
            .filter(c -> uses(gateway, c.key()))
            .map(c -> c.key().name())
            .toList();
    return made.isEmpty()
        ? Stream.of()
        : Stream.of(
            new ExpectedOutage(
                List.of(gateway.key()),
                "The VPN gateway '"
                    + gateway.key().name()
                    + "' gets a new public address, that of '"
                    + String.join("' and '", made)
                    + "'. The tunnel stays down until the on-premises device uses the new address.",
                null));
  }

  private static boolean uses(ResourceChange gateway, ResourceKey address) {
    return ChildResources.elements(gateway.declared().body(), "ipConfigurations").stream()
        .map(GatewayAddresses::idOf)
        .anyMatch(address.id()::equalsIgnoreCase);
  }

  private static boolean isVpnGateway(ResourceChange resourceChange) {
    return resourceChange.key().type() == ResourceType.VIRTUAL_NETWORK_GATEWAY
        && ConnectivityPath.of(resourceChange.declared().body()) == ConnectivityPath.VPN;
  }
}
