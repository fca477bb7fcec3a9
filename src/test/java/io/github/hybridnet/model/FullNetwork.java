package io.github.hybridnet.model;

import static io.github.hybridnet.model.SampleNetwork.NOWHERE;

import io.github.hybridnet.model.IpsecPolicy.Algorithms;
import io.github.hybridnet.model.SecurityRule.Endpoint;
import java.util.List;
import java.util.Map;

/** The reference architecture with every optional property declared. */
public final class FullNetwork {
  private FullNetwork() {}

  public static HybridNetwork network() {
    return new HybridNetwork(
        "ra-rg", virtualNetwork(), securityGroups(), vpn(), expressRoute(), List.of(circuit()));
  }

  private static VirtualNetwork virtualNetwork() {
    return new VirtualNetwork(
        "ra-vnet",
        List.of(new Cidr("10.0.0.0/16"), new Cidr("10.1.0.0/16")),
        List.of(
            new Subnet("GatewaySubnet", new Cidr("10.0.255.192/26"), null, NOWHERE),
            new Subnet("web", new Cidr("10.0.1.0/24"), "ra-nsg", NOWHERE)),
        List.of("10.0.1.5", "10.0.1.4"),
        Map.of("Owner", "Network Team"),
        NOWHERE);
  }

  private static NetworkSecurityGroups securityGroups() {
    return new NetworkSecurityGroups(
        new NetworkReference("ra-vnet", "ra-rg", NOWHERE),
        List.of(
            new NetworkSecurityGroup(
                "ra-nsg",
                List.of(),
                List.of(
                    rule("https", 100, "TCP", new Endpoint("*", "*"), "443"),
                    rule("dns", 110, "udp", new Endpoint("virtualnetwork", "*"), "53-54")),
                NOWHERE)));
  }

  private static SecurityRule rule(
      String name, int priority, String protocol, Endpoint from, String port) {
    return new SecurityRule(
        name,
        "inbound",
        priority,
        "allow",
        protocol,
        from,
        new Endpoint("10.0.1.0/24", port),
        "",
        NOWHERE);
  }

  private static GatewayDeclaration vpn() {
    Gateway gateway =
        new Gateway(
            "ra-vpn-vgw",
            GatewayType.VPN,
            "routebased",
            "VpnGw2AZ",
            "Generation2",
            true,
            new BgpSettings(true, 65515L, null, NOWHERE),
            null,
            new PublicIp(PublicIp.Policy.AUTO, "ra-pip", true, List.of("3", "1", "2"), NOWHERE),
            NOWHERE);
    BgpSettings device = new BgpSettings(null, 65020L, "192.168.0.1", NOWHERE);
    GatewayConnection gatewayConnection =
        new GatewayConnection(
            "ra-vpn-cn",
            "IPsec",
            "ra-vpn-vgw",
            Secret.of(SampleNetwork.KEY, Secret.Source.FILE),
            new LocalNetworkGateway(
                "ra-lgw",
                null,
                "vpn.example.com",
                List.of(new Cidr("192.168.0.1/32")),
                device,
                NOWHERE),
            null,
            new GatewayConnection.Options(0, true, List.of(policy()), 45, null, null),
            NOWHERE);
    return new GatewayDeclaration(
        SampleNetwork.vpn().network(), gateway, List.of(gatewayConnection));
  }

  private static IpsecPolicy policy() {
    return new IpsecPolicy(
        27000,
        102400000,
        new Algorithms("AES256", "SHA256"),
        new IpsecPolicy.Ike(new Algorithms("AES256", "SHA384"), "DHGroup14"),
        "PFS2048",
        NOWHERE);
  }

  private static GatewayDeclaration expressRoute() {
    Gateway gateway =
        new Gateway(
            "ra-er-vgw",
            GatewayType.EXPRESS_ROUTE,
            "RouteBased",
            "ErGwScale",
            null,
            null,
            null,
            new Gateway.Autoscale(1, 2),
            new PublicIp(PublicIp.Policy.NEVER, "ra-er-vgw-pip", false, null, NOWHERE),
            NOWHERE);
    GatewayConnection declared = SampleNetwork.expressRoute().connections().get(0);
    GatewayConnection gatewayConnection =
        new GatewayConnection(
            declared.name(),
            declared.type(),
            declared.gatewayName(),
            null,
            null,
            declared.circuit(),
            new GatewayConnection.Options(10, null, List.of(), null, null, false),
            NOWHERE);
    return new GatewayDeclaration(
        SampleNetwork.vpn().network(), gateway, List.of(gatewayConnection));
  }

  private static Circuit circuit() {
    return new Circuit(
        "ra-erc",
        null,
        "premium",
        "unlimiteddata",
        new Circuit.Provider("Equinix", "Silicon Valley", 50),
        false,
        List.of(
            new Peering(
                Peering.PRIVATE,
                200,
                65020L,
                new Cidr("192.168.15.16/30"),
                new Cidr("192.168.15.20/30"),
                Secret.of("md5-key-1", Secret.Source.FILE),
                NOWHERE)),
        List.of("partner"),
        Map.of("cost", "7"),
        NOWHERE);
  }
}
