package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Gateways and their SKUs. */
final class GatewayCases {
  private GatewayCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2030", "sku misspelt")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"VpnGw2AX\"")
            .error(
                VPN_GATEWAY,
                "11:16",
                "Gateway 'hub-vpn-vgw' has the SKU 'VpnGw2AX', which Azure does not have for "
                    + "gateways of type Vpn.",
                "Write 'VpnGw2AZ'; the SKUs are Basic, VpnGw1AZ, VpnGw2AZ, VpnGw3AZ, "
                    + "VpnGw4AZ, VpnGw5AZ."),
        broken("HN2030", "sku of the other type")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"ErGwScale\"", "\"Premium\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "10:16",
                "Gateway 'hub-er-vgw' has the SKU 'Premium', which Azure does not have for "
                    + "gateways of type ExpressRoute.",
                "Write one of Standard, HighPerformance, UltraPerformance, ErGw1AZ, ErGw2AZ, "
                    + "ErGw3AZ, ErGwScale."),
        broken("HN2031", "sku retired")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"HighPerformance\"")
            .error(
                VPN_GATEWAY,
                "11:16",
                "VPN gateway 'hub-vpn-vgw' has the SKU 'HighPerformance', which Azure has not"
                    + " created since December 2023 and retired in March 2026.",
                "Write 'VpnGw2AZ', or let -Dhybridnet.modernise replace it in memory."),
        broken("HN2032", "sku closed")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"VpnGw2\"")
            .error(
                VPN_GATEWAY,
                "11:16",
                "VPN gateway 'hub-vpn-vgw' has the SKU 'VpnGw2', which Azure has not created since"
                    + " 2025 and retired in September 2026.",
                "Write 'VpnGw2AZ', or let -Dhybridnet.modernise replace it in memory."),
        broken("HN2033", "sku of the second generation only")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"VpnGw4AZ\"")
            .edit(VPN_GATEWAY, "\"Generation2\"", "\"Generation1\"")
            .warning(
                VPN_GATEWAY,
                "12:23",
                "Azure refuses to create VPN gateway 'hub-vpn-vgw' with the SKU 'VpnGw4AZ' in "
                    + "Generation1. A gateway that exists keeps its generation.",
                "For a new gateway write 'Generation2', or leave generation out."),
        broken("HN2033", "sku of the first generation only")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"VpnGw1AZ\"")
            .warning(
                VPN_GATEWAY,
                "12:23",
                "Azure refuses to create VPN gateway 'hub-vpn-vgw' with the SKU 'VpnGw1AZ' in "
                    + "Generation2. A gateway that exists keeps its generation.",
                "For a new gateway write 'Generation1', or leave generation out."),
        broken("HN2034", "basic sku")
            .edit(VPN_GATEWAY, "\"VpnGw2AZ\"", "\"Basic\"")
            .edit(VPN_GATEWAY, "\"activeActive\": false", "\"activeActive\": true")
            .error(
                VPN_GATEWAY,
                "11:16",
                "VPN gateway 'hub-vpn-vgw' is of SKU Basic, which does not support coexistence with"
                    + " an ExpressRoute gateway.",
                "Write 'VpnGw1AZ' or a larger SKU.")
            .error(
                VPN_GATEWAY,
                "11:16",
                "VPN gateway 'hub-vpn-vgw' is of SKU Basic, which does not support BGP.",
                "Write 'VpnGw1AZ' or a larger SKU.")
            .error(
                VPN_GATEWAY,
                "11:16",
                "VPN gateway 'hub-vpn-vgw' is of SKU Basic, which does not support "
                    + "active-active mode.",
                "Write 'VpnGw1AZ' or a larger SKU."),
        broken("HN2035", "policy based")
            .edit(VPN_GATEWAY, "\"RouteBased\"", "\"PolicyBased\"")
            .error(
                VPN_GATEWAY,
                "10:20",
                "VPN gateway 'hub-vpn-vgw' is policy-based; only a route-based one can coexist with"
                    + " an ExpressRoute gateway.",
                "Write 'RouteBased'."),
        broken("HN2036", "autoscale of a vpn gateway")
            .edit(
                VPN_GATEWAY, "\"activeActive\": false", "\"autoscale\": { \"min\": 2, \"max\": 3 }")
            .error(
                VPN_GATEWAY,
                "13:22",
                "Gateway 'hub-vpn-vgw' of type Vpn cannot have autoscale.",
                "Remove autoscale."),
        broken("HN2036", "active active express route gateway")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"sku\"", "\"activeActive\": true, \"sku\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "10:25",
                "Gateway 'hub-er-vgw' of type ExpressRoute cannot have activeActive.",
                "Remove activeActive."),
        broken("HN2037", "bounds missing")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"autoscale\": { \"min\": 2, \"max\": 3 },", "")
            .info(
                EXPRESS_ROUTE_GATEWAY,
                "10:16",
                "Gateway 'hub-er-vgw' is of SKU ErGwScale and has no autoscale bounds. Azure"
                    + " chooses them.",
                "To choose them, add \"autoscale\": {\"min\": 2, \"max\": 10}, in units of 1"
                    + " Gbit/s."),
        broken("HN2037", "bounds of a sku that does not scale")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"ErGwScale\"", "\"ErGw1AZ\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "11:22",
                "Gateway 'hub-er-vgw' has autoscale bounds, but its SKU 'ErGw1AZ' does not "
                    + "scale.",
                "Write the SKU 'ErGwScale', or remove autoscale."),
        broken("HN2037", "bounds that Azure does not scale between")
            .edit(EXPRESS_ROUTE_GATEWAY, "{ \"min\": 2, \"max\": 3 }", "{ \"min\": 1, \"max\": 3 }")
            .warning(
                EXPRESS_ROUTE_GATEWAY,
                "11:22",
                "The autoscale bounds of gateway 'hub-er-vgw' begin at 1 and end at 3. Azure may"
                    + " refuse a min below 2 when it creates the gateway.",
                "Write a min of 2 or more; or 1 for both, for a gateway that does not scale."),
        broken("HN2037", "bounds the wrong way round")
            .edit(EXPRESS_ROUTE_GATEWAY, "{ \"min\": 2, \"max\": 3 }", "{ \"min\": 4, \"max\": 3 }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "11:22",
                "The autoscale bounds of gateway 'hub-er-vgw' are in the wrong order: 4 is "
                    + "above 3.",
                "Write a min that is at most max."),
        broken("HN2038", "vpn gateway without public address")
            .edit(VPN_GATEWAY, "\"always\"", "\"never\"")
            .error(
                VPN_GATEWAY,
                "17:55",
                "VPN gateway 'hub-vpn-vgw' has no public IP address in this file, which Azure"
                    + " refuses.",
                "Write 'auto', or leave the policy out."),
        broken("HN2039", "circuit faster than its gateway")
            .edit(CIRCUIT, "\"${circuit.bandwidth}\"", "5000")
            .warning(
                EXPRESS_ROUTE_GATEWAY,
                "11:22",
                "The circuit has 5000 Mbit/s, but gateway 'hub-er-vgw' carries no more than "
                    + "3000 Mbit/s.",
                "Choose a larger gateway, or a smaller circuit."));
  }
}
