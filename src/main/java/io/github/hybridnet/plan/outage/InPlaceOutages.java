package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.diff.GatewayInstances;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change in place interrupts. Sources, in Microsoft's documentation of VPN Gateway: "Upgrade
 * a gateway SKU" (about 45 minutes, the address stays), "Change a gateway to active-active mode"
 * (30 to 45 minutes, other BGP addresses), and the FAQ on IPsec policies (a few seconds). Nothing
 * is said where there is no source, such as for a larger ExpressRoute gateway. That a BGP session
 * ends when one of its ends changes needs none.
 */
final class InPlaceOutages {
  private static final String RESIZED =
      " is resized. Its tunnels are interrupted; its public addresses stay. Microsoft documents"
          + " about 45 minutes (recorded: 2 minutes, once 24).";

  private static final String RENUMBERED =
      " gets another AS number. Its BGP sessions come back when the on-premises device expects ";

  /** What both ends of a peering's BGP sessions must have. */
  private static final Set<String> SESSION =
      Set.of(
          "properties.peerASN",
          "properties.vlanId",
          "properties.primaryPeerAddressPrefix",
          "properties.secondaryPeerAddressPrefix");

  private final ResourceChange resourceChange;
  private final Plan plan;
  private final List<ExpectedOutage> outages = new ArrayList<>();

  private InPlaceOutages(ResourceChange resourceChange, Plan plan) {
    this.resourceChange = resourceChange;
    this.plan = plan;
  }

  static List<ExpectedOutage> of(ResourceChange resourceChange, Plan plan) {
    InPlaceOutages found = new InPlaceOutages(resourceChange, plan);
    boolean vpn = ConnectivityPath.of(resourceChange.declared().body()) == ConnectivityPath.VPN;
    switch (resourceChange.key().type()) {
      case VIRTUAL_NETWORK_GATEWAY -> {
        if (vpn) {
          found.gateway();
        }
      }
      case CONNECTION -> {
        if (vpn) {
          found.connection();
        }
      }
      case LOCAL_NETWORK_GATEWAY -> found.device();
      case PEERING -> found.peering();
      default -> {}
    }
    return List.copyOf(found.outages);
  }

  private void gateway() {
    String name = "The VPN gateway '" + resourceChange.key().name() + "'";
    for (PropertyDifference propertyDifference : resourceChange.differences()) {
      switch (propertyDifference.path()) {
        case "properties.sku.name" -> resized(name, propertyDifference);
        case "properties.activeActive" -> add(name + activeActive(), null);
        case "properties.ipConfigurations" -> add(name + givesUp(), null);
        case "properties.bgpSettings.asn" ->
            add(name + RENUMBERED + propertyDifference.declared() + ".", null);
        default -> {}
      }
    }
  }

  /** The zone-redundant form of the same size comes without an outage. */
  private void resized(String name, PropertyDifference sku) {
    if (!sku.declared().equalsIgnoreCase(sku.actual() + "AZ")) {
      add(name + RESIZED, Duration.ofMinutes(45));
    }
  }

  private String activeActive() {
    boolean bgp = resourceChange.declared().properties().text("enableBgp").equalsIgnoreCase("true");
    return " changes between active-standby and active-active. Microsoft documents 30 to 45"
        + " minutes."
        + (bgp
            ? " Its BGP addresses change, and its sessions stay down until the on-premises"
                + " device has the new addresses."
            : "");
  }

  private String givesUp() {
    ActualResource actual = Objects.requireNonNull(resourceChange.actual());
    String addresses =
        new GatewayInstances(resourceChange.declared(), actual)
            .addresses().stream().map(ResourceIdParser::lastName).collect(Collectors.joining(", "));
    return " releases the public address '"
        + addresses
        + "'. Tunnels to this address end. The address is kept and billed until you delete it.";
  }

  private void connection() {
    String name = "The tunnel of the connection '" + resourceChange.key().name() + "'";
    if (differs("properties.ipsecPolicies")) {
      add(
          name
              + " is renegotiated with the new IPsec policy. That takes a few seconds if the"
              + " on-premises device has the same policy.",
          null);
    }
    if (differs("properties.sharedKey")) {
      add(
          name
              + " gets a new shared key. The tunnel comes up only when the on-premises device has"
              + " the same key. Change the key there at the same time.",
          null);
    }
  }

  private void device() {
    if (!differs("properties.gatewayIpAddress") && !differs("properties.fqdn")) {
      return;
    }
    String tunnels =
        plan.changes().stream()
            .filter(c -> c.key().type() == ResourceType.CONNECTION && c.actual() != null)
            .filter(c -> c.declared().dependsOn().contains(resourceChange.key()))
            .map(c -> c.key().name())
            .collect(Collectors.joining(", "));
    if (!tunnels.isEmpty()) {
      add(
          "The tunnel of the connection '"
              + tunnels
              + "' goes to another device address. The tunnel is down until the device at that"
              + " address answers.",
          null);
    }
  }

  /**
   * Of a peering that may be in use. A key that is only sent again is no difference that anybody
   * knows of.
   */
  private void peering() {
    String state = Objects.requireNonNull(resourceChange.actual()).properties().text("state");
    String settings =
        resourceChange.differences().stream()
            .map(PropertyDifference::path)
            .filter(SESSION::contains)
            .map(path -> path.substring(path.lastIndexOf('.') + 1))
            .collect(Collectors.joining(", "));
    if (!settings.isEmpty()
        && new PeeringUsers(resourceChange, plan).areThere()
        && !state.equalsIgnoreCase("Disabled")
        && resourceChange
            .declared()
            .properties()
            .text("peeringType")
            .equalsIgnoreCase(Peering.PRIVATE)) {
      add(
          "The "
              + resourceChange.key().quoted()
              + " gets other settings ("
              + settings
              + "). ExpressRoute is down for every network on the circuit until the on-premises"
              + " routers have the same settings.",
          null);
    }
  }

  private boolean differs(String path) {
    return resourceChange.differences().stream()
        .map(PropertyDifference::path)
        .anyMatch(p -> p.equals(path) || p.startsWith(path + "["));
  }

  private void add(String text, @Nullable Duration about) {
    outages.add(new ExpectedOutage(List.of(resourceChange.key()), text, about));
  }
}
