package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Azure decides by itself, or takes only together with something else. */
final class AzureCases {
  private static final String FIRST_CONNECTION = "{\n        \"name\": \"hub-er-cn\"";
  private static final String LAST_OF_CONNECTION = "\"expressRouteGatewayBypass\": false\n      }";
  private static final String FIRST_CIRCUIT = "{\n        \"name\": \"hub-erc\"";
  private static final String LAST_OF_CIRCUIT = "\"costCenter\": \"4711\" }\n      }";

  private AzureCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2090", "address of the gateway")
            .edit(VPN_GATEWAY, "65515,", "65515, \"bgpPeeringAddress\": \"10.0.255.250\",")
            .info(
                VPN_GATEWAY,
                "15:44",
                "The BGP address '10.0.255.250' of the gateway is not sent to Azure, which assigns"
                    + " the address. This address is only compared with the actual address.",
                "Remove bgpPeeringAddress; hybridnet:deploy-network and hybridnet:status show the"
                    + " address."),
        broken("HN2091", "microsoft peering")
            .edit(CIRCUIT, "\"AzurePrivatePeering\"", "\"MicrosoftPeering\"")
            .error(
                CIRCUIT,
                "16:28",
                "MicrosoftPeering cannot be set in parameter files yet. Azure accepts it only with"
                    + " microsoftPeeringConfig (advertised public prefixes, customer ASN, routing"
                    + " registry), which this file cannot have.",
                "Remove this peering and configure it in Azure. An existing peering is kept."),
        broken("HN2092", "vpn type of an expressroute gateway")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "\"gatewayType\": \"ExpressRoute\",",
                "\"gatewayType\": \"ExpressRoute\", \"vpnType\": \"PolicyBased\",")
            .info(
                EXPRESS_ROUTE_GATEWAY,
                "9:51",
                "vpnType 'PolicyBased' of ExpressRoute gateway 'hub-er-vgw' is not sent: Azure"
                    + " ignores it there.",
                "Remove vpnType."),
        broken("HN2093", "fastpath on a small gateway")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "\"expressRouteGatewayBypass\": false",
                "\"expressRouteGatewayBypass\": true")
            .warning(
                EXPRESS_ROUTE_GATEWAY,
                "31:38",
                "Connection 'hub-er-cn' asks for FastPath, which gateway 'hub-er-vgw' with"
                    + " the SKU 'ErGwScale' does not support.",
                "Choose SKU 'ErGw3AZ', or 'ErGwScale' with a min of 10; or remove"
                    + " expressRouteGatewayBypass."),
        broken("HN2094", "link-local peer")
            .edit(VPN_GATEWAY, "\"192.168.0.1\"", "\"169.254.21.5\"")
            .warning(
                VPN_GATEWAY,
                "30:55",
                "The on-premises device uses the link-local BGP address '169.254.21.5'. The gateway"
                    + " needs a link-local address too, which these files cannot set.",
                "Set a custom BGP address (customBgpIpAddresses) on the gateway in Azure, which is"
                    + " kept. Or use the device's inner address."),
        broken("HN2095", "another asn beside expressroute")
            .edit(VPN_GATEWAY, "\"asn\": 65515,", "\"asn\": 65020,")
            .warning(
                VPN_GATEWAY,
                "15:16",
                "The VPN gateway has the ASN 65020. With an ExpressRoute gateway, transit and"
                    + " Azure Route Server need 65515.",
                "Write 65515, or leave asn out."),
        broken("HN2096", "a ninth circuit on two units")
            .edit(EXPRESS_ROUTE_GATEWAY, FIRST_CONNECTION, "[" + FIRST_CONNECTION)
            .edit(EXPRESS_ROUTE_GATEWAY, LAST_OF_CONNECTION, LAST_OF_CONNECTION + more(8))
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "40:9",
                "Gateway 'hub-er-vgw' has 9 connections, but a gateway of SKU 'ErGwScale' has at"
                    + " most 8.",
                "Remove connections, or choose a larger SKU."),
        broken("HN2097", "a fifth circuit from one place")
            .edit(CIRCUIT, FIRST_CIRCUIT, "[" + FIRST_CIRCUIT)
            .edit(CIRCUIT, LAST_OF_CIRCUIT, LAST_OF_CIRCUIT + moreCircuits(4))
            .error(
                CIRCUIT,
                "29:131",
                "5 circuits are from the peering location 'amsterdam'; a virtual network has at"
                    + " most 4.",
                "Choose another peering location for some of them."));
  }

  /** Connections in a list behind the first, each on a line of its own. */
  private static String more(int count) {
    return IntStream.rangeClosed(2, count + 1)
            .mapToObj(
                i ->
                    ",\n        {\"name\": \"cn-%s\", \"connectionType\": \"ExpressRoute\","
                            .formatted(i)
                        + " \"virtualNetworkGateway1\": {\"name\": \"hub-er-vgw\"},"
                        + " \"expressRouteCircuit\": {\"name\": \"hub-erc\"}}")
            .collect(Collectors.joining())
        + "]";
  }

  private static String moreCircuits(int count) {
    return IntStream.rangeClosed(2, count + 1)
            .mapToObj(
                i ->
                    ",\n        {\"name\": \"erc-%s\", \"skuTier\": \"Standard\", \"skuFamily\":"
                            .formatted(i)
                        + " \"MeteredData\", \"serviceProviderName\": \"Equinix\","
                        + " \"peeringLocation\": \"amsterdam\", \"bandwidthInMbps\": 1000}")
            .collect(Collectors.joining())
        + "]";
  }
}
