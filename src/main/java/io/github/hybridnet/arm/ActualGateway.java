package io.github.hybridnet.arm;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The facts of a virtual network gateway that exists: its type, its addresses and its BGP. */
public final class ActualGateway {
  private final ActualResource gateway;

  /** The facts of a gateway. */
  public ActualGateway(ActualResource gateway) {
    this.gateway = gateway;
  }

  /** {@code Vpn} or {@code ExpressRoute}; empty where Azure does not say it. */
  public String type() {
    return gateway.properties().text("gatewayType");
  }

  /** {@code Generation1} or {@code Generation2} of a VPN gateway; empty or another text else. */
  public String generation() {
    return gateway.properties().text("vpnGatewayGeneration");
  }

  /** Whether it exchanges routes by BGP. */
  public boolean isBgpEnabled() {
    return gateway.properties().text("enableBgp").equalsIgnoreCase("true");
  }

  /** Its autonomous system number; empty where it has none. */
  public OptionalLong asn() {
    return gateway.properties().value("bgpSettings", "asn") instanceof Number asn
        ? OptionalLong.of(asn.longValue())
        : OptionalLong.empty();
  }

  /** The addresses of its instances for BGP, separated by commas; empty where it has none. */
  public String bgpPeeringAddress() {
    return gateway.properties().text("bgpSettings", "bgpPeeringAddress");
  }

  /** Whether an ExpressRoute gateway is meant for circuits in two peering locations. */
  public boolean isMultiHomed() {
    return gateway.properties().text("resiliencyModel").equalsIgnoreCase("MultiHomed");
  }

  /** The virtual network that it is in; empty where Azure does not say it. */
  public Optional<ResourceKey> network() {
    String subnet =
        gateway.properties().text("ipConfigurations", "0", "properties", "subnet", "id");
    return ResourceIdText.rootOf(subnet).flatMap(ResourceIdParser::find);
  }

  /**
   * Its public addresses in its own subscription. Others, such as Microsoft's own, cannot be read.
   */
  public List<ResourceKey> publicAddresses() {
    return ChildResources.elements(gateway.body(), "ipConfigurations").stream()
        .map(GatewayAddresses::idOf)
        .flatMap(id -> ResourceIdParser.find(id).stream())
        .filter(a -> a.subscriptionId().equalsIgnoreCase(gateway.key().subscriptionId()))
        .toList();
  }
}
