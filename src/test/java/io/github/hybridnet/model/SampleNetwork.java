package io.github.hybridnet.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The reference architecture as a model, for tests of the rooms that do not read files. */
public final class SampleNetwork {
  public static final PropertyLocations NOWHERE = PropertyLocations.of(SourceLocation.of("sample"));
  public static final String KEY = "sample-shared-key-1";

  private SampleNetwork() {}

  public static HybridNetwork reference() {
    return new HybridNetwork(
        "ra-rg", virtualNetwork(), null, vpn(), expressRoute(), List.of(circuit()));
  }

  public static VirtualNetwork virtualNetwork() {
    return new VirtualNetwork(
        "ra-vnet",
        List.of(new Cidr("10.0.0.0/16")),
        List.of(
            new Subnet("GatewaySubnet", new Cidr("10.0.255.224/27"), null, NOWHERE),
            new Subnet("web", new Cidr("10.0.1.0/24"), null, NOWHERE)),
        List.of(),
        Map.of(),
        NOWHERE);
  }

  public static GatewayDeclaration vpn() {
    return new GatewayDeclaration(
        network(), gateway("ra-vpn-vgw", GatewayType.VPN, "VpnGw1AZ"), List.of(ipsecConnection()));
  }

  public static GatewayDeclaration expressRoute() {
    return new GatewayDeclaration(
        network(),
        gateway("ra-er-vgw", GatewayType.EXPRESS_ROUTE, "Standard"),
        List.of(expressRouteConnection("ra-er-cn", "ra-erc")));
  }

  /** A connection of the ExpressRoute gateway. */
  public static GatewayConnection expressRouteConnection(String name, String circuit) {
    return new GatewayConnection(
        name,
        "ExpressRoute",
        "ra-er-vgw",
        null,
        null,
        new CircuitReference(circuit, null, null, null, NOWHERE),
        options(),
        NOWHERE);
  }

  public static Gateway gateway(String name, GatewayType type, String sku) {
    return new Gateway(
        name,
        type,
        "RouteBased",
        sku,
        null,
        null,
        null,
        null,
        new PublicIp(PublicIp.Policy.AUTO, name + "-pip", false, null, NOWHERE),
        NOWHERE);
  }

  public static Circuit circuit() {
    return circuit(null, 50, List.of(), List.of());
  }

  /** A circuit in a resource group of its own. */
  public static Circuit circuitIn(String group, String... authorizations) {
    return circuit(group, 50, List.of(), List.of(authorizations));
  }

  /** A circuit with a private peering. */
  public static Circuit circuit(int bandwidth, @Nullable Secret peeringKey) {
    Peering peering =
        new Peering(
            Peering.PRIVATE,
            100,
            65001,
            new Cidr("192.168.100.0/30"),
            new Cidr("192.168.100.4/30"),
            peeringKey,
            NOWHERE);
    return circuit(null, bandwidth, List.of(peering), List.of());
  }

  private static Circuit circuit(
      @Nullable String group, int bandwidth, List<Peering> peerings, List<String> authorizations) {
    return new Circuit(
        "ra-erc",
        group,
        "Premium",
        "UnlimitedData",
        new Circuit.Provider("Equinix", "Silicon Valley", bandwidth),
        false,
        peerings,
        authorizations,
        Map.of(),
        NOWHERE);
  }

  private static GatewayConnection ipsecConnection() {
    return new GatewayConnection(
        "ra-vpn-cn",
        "IPsec",
        "ra-vpn-vgw",
        Secret.of(KEY, Secret.Source.FILE),
        new LocalNetworkGateway(
            "ra-lgw", "40.50.60.70", null, List.of(new Cidr("192.168.0.0/16")), null, NOWHERE),
        null,
        options(),
        NOWHERE);
  }

  private static GatewayConnection.Options options() {
    return new GatewayConnection.Options(null, null, List.of(), null, null, null);
  }

  private static NetworkReference network() {
    return new NetworkReference("ra-vnet", "ra-rg", NOWHERE);
  }
}
