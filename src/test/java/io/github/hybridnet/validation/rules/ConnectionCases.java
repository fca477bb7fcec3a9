package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Connections and the on-premises device. */
final class ConnectionCases {
  private ConnectionCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2021", "express route connection without circuit")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"expressRouteCircuit\": { \"name\": \"hub-erc\" },", "")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "16:16",
                "Connection 'hub-er-cn' of type ExpressRoute has no expressRouteCircuit.",
                "Add \"expressRouteCircuit\"."),
        broken("HN2021", "ipsec connection without device")
            .edit(
                VPN_GATEWAY,
                "        \"localNetworkGateway\": {\n"
                    + "          \"name\": \"office-lgw\",\n"
                    + "          \"ipAddress\": \"40.50.60.70\",\n"
                    + "          \"addressPrefixes\": [ \"192.168.0.0/16\" ],\n"
                    + "          \"bgp\": { \"asn\": 65010, \"bgpPeeringAddress\": \"192.168.0.1\" "
                    + "}\n        },\n",
                "")
            .error(
                VPN_GATEWAY,
                "21:16",
                "Connection 'hub-vpn-cn' of type IPsec has no localNetworkGateway.",
                "Add \"localNetworkGateway\"."),
        broken("HN2022", "shared key on express route")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "\"routingWeight\": 0",
                "\"sharedKey\": \"${env.VPN_SHARED_KEY}\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "30:22",
                "Connection 'hub-er-cn' of type ExpressRoute cannot have sharedKey.",
                "Remove sharedKey."),
        broken("HN2022", "fast path on ipsec")
            .edit(VPN_GATEWAY, "\"routingWeight\": 10", "\"expressRouteGatewayBypass\": true")
            .error(
                VPN_GATEWAY,
                "32:38",
                "Connection 'hub-vpn-cn' of type IPsec cannot have expressRouteGatewayBypass.",
                "Remove expressRouteGatewayBypass."),
        broken("HN2023", "device without address")
            .edit(VPN_GATEWAY, "\"ipAddress\": \"40.50.60.70\",", "")
            .error(
                VPN_GATEWAY,
                "26:32",
                "Local network gateway 'office-lgw' has no address.",
                "Add \"ipAddress\" with the device's public IPv4 address, or \"fqdn\"."),
        broken("HN2023", "device with address and name")
            .edit(
                VPN_GATEWAY,
                "\"ipAddress\": \"40.50.60.70\"",
                "\"ipAddress\": \"40.50.60.70\", \"fqdn\": \"vpn.example.com\"")
            .error(
                VPN_GATEWAY,
                "28:47",
                "Local network gateway 'office-lgw' has both an ipAddress and an fqdn.",
                "Keep one of the two, and remove the other."),
        broken("HN2024", "device with private address")
            .edit(VPN_GATEWAY, "40.50.60.70", "192.168.1.1")
            .error(
                VPN_GATEWAY,
                "28:24",
                "The address '192.168.1.1' of local network gateway 'office-lgw' is a "
                    + "private address.",
                "Write the public IPv4 address that the device has on the Internet."),
        broken("HN2024", "device with malformed address")
            .edit(VPN_GATEWAY, "40.50.60.70", "40.50.60")
            .error(
                VPN_GATEWAY,
                "28:24",
                "The address '40.50.60' of local network gateway 'office-lgw' is not one "
                    + "IPv4 address.",
                "Write the public IPv4 address that the device has on the Internet."),
        broken("HN2025", "device with malformed name")
            .edit(VPN_GATEWAY, "\"ipAddress\": \"40.50.60.70\"", "\"fqdn\": \"vpn_1.example.com\"")
            .error(
                VPN_GATEWAY,
                "28:19",
                "The fqdn 'vpn_1.example.com' of local network gateway 'office-lgw' is not a "
                    + "DNS name.",
                "Write a fully qualified name, such as vpn.example.com."),
        broken("HN2026", "on premises prefix inside the network")
            .edit(VPN_GATEWAY, "\"192.168.0.0/16\"", "\"192.168.0.0/16\", \"10.1.7.0/24\"")
            .error(
                VPN_GATEWAY,
                "29:50",
                "'10.1.7.0/24', the address prefix of local network gateway 'office-lgw', "
                    + "overlaps '10.1.0.0/16', the address prefix of virtual network 'hub-vnet'.",
                "List only ranges that lie on-premises."),
        broken("HN2026", "on premises summary that contains the network")
            .edit(VPN_GATEWAY, "\"192.168.0.0/16\"", "\"192.168.0.0/16\", \"10.0.0.0/8\"")
            .warning(
                VPN_GATEWAY,
                "29:50",
                "'10.0.0.0/8', the address prefix of local network gateway 'office-lgw', contains"
                    + " '10.1.0.0/16', the address prefix of virtual network 'hub-vnet'.",
                "Keep the prefix if ExpressRoute announces the same summary. Azure sends traffic"
                    + " for its own prefixes to the virtual network."),
        broken("HN2027", "device without routes")
            .edit(
                VPN_GATEWAY,
                "\"addressPrefixes\": [ \"192.168.0.0/16\" ],\n"
                    + "          \"bgp\": { \"asn\": 65010, \"bgpPeeringAddress\": \"192.168.0.1\" "
                    + "}",
                "\"addressPrefixes\": [ ]")
            .error(
                VPN_GATEWAY,
                "29:30",
                "Local network gateway 'office-lgw' has no address prefixes and no BGP, so "
                    + "nothing would be routed to it.",
                "Add the on-premises prefixes to \"addressPrefixes\", or add \"bgp\"."));
  }
}
