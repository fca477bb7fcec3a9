package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.NETWORK_SECURITY_GROUPS;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Names, security rules and tags. */
final class NameCases {
  private NameCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2070", "name of a gateway")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"name\": \"hub-er-vgw\",", "\"name\": \"-hub-er-vgw\",")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "8:17",
                "'-hub-er-vgw' is not a name for the ExpressRoute gateway.",
                "Use 1 to 80 letters, digits, '_', '.' or '-', the first of them a letter or "
                    + "digit, the last a letter, digit or '_'."),
        broken("HN2070", "name of the network")
            .edit(VIRTUAL_NETWORK, "\"hub-vnet\"", "\"h\"")
            .error(
                VIRTUAL_NETWORK,
                "8:17",
                "'h' is not a name for the virtual network.",
                "Use 2 to 64 letters, digits, '_', '.' or '-', the first of them a letter or "
                    + "digit, the last a letter, digit or '_'."),
        broken("HN2070", "name of the resource group")
            .edit(VPN_GATEWAY, "\"hub-rg\"", "\"hub rg\"")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"hub-rg\"", "\"hub rg\"")
            .error(
                VPN_GATEWAY,
                "5:81",
                "'hub rg' is not a name for the resource group.",
                "Use 1 to 90 letters, digits, '_', '-', '.', '(' or ')', the last of them no "
                    + "'.'."),
        broken("HN2070", "names of a circuit's group and authorization")
            .edit(
                CIRCUIT,
                "\"name\": \"hub-erc\"",
                "\"name\": \"hub-erc\", \"resourceGroup\": \"c.\", \"authorizations\": [\"a b\"]")
            .error(
                CIRCUIT,
                "7:45",
                "'c.' is not a name for the circuit's resource group.",
                "Use 1 to 90 letters, digits, '_', '-', '.', '(' or ')', the last of them no "
                    + "'.'.")
            .error(
                CIRCUIT,
                "7:70",
                "'a b' is not a name for an authorization of the circuit.",
                "Use 1 to 80 letters, digits, '_', '.' or '-', the first of them a letter or "
                    + "digit, the last a letter, digit or '_'."),
        broken("HN2071", "authorizations of one name")
            .edit(
                CIRCUIT,
                "\"name\": \"hub-erc\"",
                "\"name\": \"hub-erc\", \"authorizations\": [\"spoke\", \"Spoke\"]")
            .error(
                CIRCUIT,
                "7:56",
                "'Spoke', the name of an authorization of the circuit, is already used: an"
                    + " authorization of the circuit has it at"
                    + " expressRouteCircuit.parameters.json:7:47.",
                "Choose another name; Azure does not distinguish case."),
        broken("HN2071", "subnets of one name")
            .edit(VIRTUAL_NETWORK, "\"name\": \"data\"", "\"name\": \"WEB\"")
            .error(
                VIRTUAL_NETWORK,
                "13:21",
                "'WEB', the name of a subnet, is already used: a subnet has it at "
                    + "virtualNetwork.parameters.json:12:21.",
                "Choose another name; Azure does not distinguish case."),
        broken("HN2071", "public addresses of one name")
            .edit(VPN_GATEWAY, "\"hub-vpn-ip\"", "\"hub-er-vgw-pip\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "12:21",
                "'hub-er-vgw-pip', the name of the public IP address of the ExpressRoute gateway,"
                    + " is already used: the public IP address of the VPN gateway has it at "
                    + "virtualNetworkGateway-vpn.parameters.json:17:31.",
                "Choose another name; Azure does not distinguish case."),
        broken("HN2072", "rules of one priority")
            .edit(NETWORK_SECURITY_GROUPS, "\"priority\": 4096", "\"priority\": 100")
            .error(
                NETWORK_SECURITY_GROUPS,
                "28:27",
                "The rules 'AllowHttps' and 'DenyAll' of security group 'web-nsg' both have "
                    + "the priority 100 inbound.",
                "Give each rule of a direction a priority of its own."),
        broken("HN2073", "rule with a malformed prefix")
            .edit(NETWORK_SECURITY_GROUPS, "\"192.168.0.0/16\"", "\"192.168.0.0/33\"")
            .error(
                NETWORK_SECURITY_GROUPS,
                "20:38",
                "'192.168.0.0/33', the source address prefix of rule 'AllowHttps', is "
                    + "neither a prefix nor a service tag.",
                "Write a prefix such as 10.0.1.0/24, a service tag such as VirtualNetwork, "
                    + "or *."),
        broken("HN2073", "rule with a malformed port")
            .edit(NETWORK_SECURITY_GROUPS, "\"443\"", "\"443-80\"")
            .error(
                NETWORK_SECURITY_GROUPS,
                "23:39",
                "'443-80', the destination port range of rule 'AllowHttps', is not a port "
                    + "range.",
                "Write a port such as 443, a range such as 1024-65535, or *."),
        broken("HN2074", "tag with a forbidden character")
            .edit(VIRTUAL_NETWORK, "\"costCenter\"", "\"cost/center\"")
            .error(
                VIRTUAL_NETWORK,
                "16:34",
                "The tag 'cost/center' has a name or a value that Azure does not accept.",
                "Use a name of at most 512 characters without < > % & \\ ? /, and a value of "
                    + "at most 256."),
        broken("HN2074", "too many tags")
            .edit(
                CIRCUIT,
                "\"costCenter\": \"4711\"",
                "\"t0\": \"v\", \"t1\": \"v\", \"t2\": \"v\", \"t3\": \"v\", \"t4\": \"v\", "
                    + "\"t5\": \"v\", \"t6\": \"v\", \"t7\": \"v\", \"t8\": \"v\", \"t9\": \"v\", "
                    + "\"t10\": \"v\", \"t11\": \"v\", \"t12\": \"v\", \"t13\": \"v\", \"t14\": "
                    + "\"v\", \"t15\": \"v\", \"t16\": \"v\", \"t17\": \"v\", \"t18\": \"v\", "
                    + "\"t19\": \"v\", \"t20\": \"v\", \"t21\": \"v\", \"t22\": \"v\", \"t23\": "
                    + "\"v\", \"t24\": \"v\", \"t25\": \"v\", \"t26\": \"v\", \"t27\": \"v\", "
                    + "\"t28\": \"v\", \"t29\": \"v\", \"t30\": \"v\", \"t31\": \"v\", \"t32\": "
                    + "\"v\", \"t33\": \"v\", \"t34\": \"v\", \"t35\": \"v\", \"t36\": \"v\", "
                    + "\"t37\": \"v\", \"t38\": \"v\", \"t39\": \"v\", \"t40\": \"v\", \"t41\": "
                    + "\"v\", \"t42\": \"v\", \"t43\": \"v\", \"t44\": \"v\", \"t45\": \"v\", "
                    + "\"t46\": \"v\", \"t47\": \"v\", \"t48\": \"v\", \"t49\": \"v\", \"t50\": "
                    + "\"v\"")
            .error(
                CIRCUIT,
                "24:17",
                "There are 51 tags; a resource has at most 50.",
                "Keep at most 50 of them."),
        broken("HN2080", "address without zones on a zone-redundant gateway")
            .edit(VPN_GATEWAY, "\"zones\": [ \"1\", \"2\", \"3\" ]", "\"zones\": []")
            .error(
                VPN_GATEWAY,
                "17:74",
                "VPN gateway 'hub-vpn-vgw' has the SKU 'VpnGw2AZ', and its public IP address is "
                    + "declared without zones.",
                "Remove zones. The address then gets the zones of its region, if it has any."));
  }
}
