package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** BGP. */
final class BgpCases {
  private BgpCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2060", "asn of azure")
            .edit(VPN_GATEWAY, "\"asn\": 65010", "\"asn\": 65517")
            .error(
                VPN_GATEWAY,
                "30:27",
                "The ASN 65517 of the on-premises device is reserved by Azure.",
                "Use your own public ASN, or a private one from 64512 to 65514 or from 65521 "
                    + "to 65534."),
        broken("HN2060", "asn of azure that is seldom named")
            .edit(VPN_GATEWAY, "\"asn\": 65010", "\"asn\": 65516")
            .error(
                VPN_GATEWAY,
                "30:27",
                "The ASN 65516 of the on-premises device is reserved by Azure.",
                "Use your own public ASN, or a private one from 64512 to 65514 or from 65521 "
                    + "to 65534."),
        broken("HN2060", "asn of iana")
            .edit(CIRCUIT, "\"peerASN\": 65010", "\"peerASN\": 64500")
            .error(
                CIRCUIT,
                "18:24",
                "The ASN 64500 of AzurePrivatePeering is reserved by IANA.",
                "Use your own public ASN, or a private one from 64512 to 65514 or from 65521 "
                    + "to 65534."),
        broken("HN2060", "asn of the gateway reserved")
            .edit(VPN_GATEWAY, "\"asn\": 65515,", "\"asn\": 12076,")
            .error(
                VPN_GATEWAY,
                "15:16",
                "The ASN 12076 of the VPN gateway is reserved by Azure.",
                "Use your own public ASN, or a private one from 64512 to 65514 or from 65521 "
                    + "to 65534."),
        broken("HN2061", "same asns")
            .edit(VPN_GATEWAY, "\"asn\": 65515,", "\"asn\": 65010,")
            .error(
                VPN_GATEWAY,
                "30:27",
                "The VPN gateway and the on-premises device both have the ASN 65010.",
                "Give the two sides different numbers."),
        broken("HN2062", "bgp not on the gateway")
            .edit(
                VPN_GATEWAY,
                "\"enableBgp\": true,\n        \"asn\"",
                "\"enableBgp\": false,\n        \"asn\"")
            .error(
                VPN_GATEWAY,
                "33:22",
                "Connection 'hub-vpn-cn' uses BGP, but gateway 'hub-vpn-vgw' does not.",
                "Set enableBgp to true on the gateway."),
        broken("HN2062", "bgp not on the device")
            .edit(
                VPN_GATEWAY,
                "],\n"
                    + "          \"bgp\": { \"asn\": 65010, \"bgpPeeringAddress\": \"192.168.0.1\" "
                    + "}",
                "]")
            .error(
                VPN_GATEWAY,
                "26:32",
                "Connection 'hub-vpn-cn' uses BGP, but local network gateway 'office-lgw' "
                    + "does not say how to reach its peer.",
                "Add \"bgp\" with \"asn\" and \"bgpPeeringAddress\"."),
        broken("HN2062", "bgp not on the connection")
            .edit(
                VPN_GATEWAY,
                "\"enableBgp\": true,\n        \"dpd",
                "\"enableBgp\": false,\n        \"dpd")
            .warning(
                VPN_GATEWAY,
                "30:18",
                "Local network gateway 'office-lgw' has BGP settings, but connection "
                    + "'hub-vpn-cn' does not use BGP.",
                "Set enableBgp to true on the connection, or remove bgp."),
        broken("HN2063", "peer is a name")
            .edit(VPN_GATEWAY, "\"192.168.0.1\"", "\"router\"")
            .error(
                VPN_GATEWAY,
                "30:55",
                "The BGP peering address 'router' of the on-premises device is not an IP "
                    + "address.",
                "Write the device's inner BGP address."),
        broken("HN2063", "peer is the public address")
            .edit(VPN_GATEWAY, "\"192.168.0.1\"", "\"40.50.60.70\"")
            .error(
                VPN_GATEWAY,
                "30:55",
                "The BGP peering address '40.50.60.70' of the on-premises device is the "
                    + "device's public address.",
                "Write the device's inner BGP address."),
        broken("HN2063", "peer is in the network")
            .edit(VPN_GATEWAY, "\"192.168.0.1\"", "\"10.1.1.1\"")
            .error(
                VPN_GATEWAY,
                "30:55",
                "The BGP peering address '10.1.1.1' of the on-premises device lies in the "
                    + "virtual network.",
                "Write the device's inner BGP address."),
        broken("HN2063", "one of the addresses of the gateway's two instances is a name")
            .edit(VPN_GATEWAY, "65515,", "65515, \"bgpPeeringAddress\": \"10.1.255.4,gateway\",")
            .error(
                VPN_GATEWAY,
                "15:44",
                "The BGP peering address 'gateway' of the VPN gateway is not an IP address.",
                "Remove bgpPeeringAddress; Azure gives the gateway an address in the"
                    + " GatewaySubnet."),
        broken("HN2063", "address of the gateway is a name")
            .edit(VPN_GATEWAY, "65515,", "65515, \"bgpPeeringAddress\": \"gateway\",")
            .error(
                VPN_GATEWAY,
                "15:44",
                "The BGP peering address 'gateway' of the VPN gateway is not an IP address.",
                "Remove bgpPeeringAddress; Azure gives the gateway an address in the"
                    + " GatewaySubnet."),
        broken("HN2063", "address of the gateway is link local elsewhere")
            .edit(VPN_GATEWAY, "65515,", "65515, \"bgpPeeringAddress\": \"169.254.20.2\",")
            .error(
                VPN_GATEWAY,
                "15:44",
                "The BGP peering address '169.254.20.2' of the VPN gateway is link-local, "
                    + "but not from 169.254.21.0 to 169.254.22.255.",
                "Remove bgpPeeringAddress; Azure gives the gateway an address in the"
                    + " GatewaySubnet."));
  }
}
