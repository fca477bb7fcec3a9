package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.config.file.ParameterFile.NETWORK_SECURITY_GROUPS;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Files that do not fit together. */
final class FileCases {
  /** Another circuit before the first one. */
  private static final String SECOND_CIRCUIT =
      """
      [{
              "name": "second-erc", "skuTier": "Standard", "skuFamily": "MeteredData",
              "serviceProviderName": "Equinix", "peeringLocation": "London",
              "bandwidthInMbps": 1000
            },
            {
              "name": "hub-erc\"\
      """;

  private FileCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2001", "security groups of another network")
            .edit(NETWORK_SECURITY_GROUPS, "\"hub-vnet\"", "\"spoke-vnet\"")
            .error(
                NETWORK_SECURITY_GROUPS,
                "5:52",
                "Security groups are declared for the virtual network 'spoke-vnet', but the "
                    + "network is called 'hub-vnet' at virtualNetwork.parameters.json:8:17.",
                "Write the same name in all files."),
        broken("HN2001", "gateway of another network")
            .edit(VPN_GATEWAY, "\"hub-vnet\"", "\"spoke-vnet\"")
            .error(
                VPN_GATEWAY,
                "5:52",
                "Gateway 'hub-vpn-vgw' is declared for the virtual network 'spoke-vnet', but "
                    + "the network is called 'hub-vnet' at virtualNetwork.parameters.json:8:17.",
                "Write the same name in all files."),
        broken("HN2001", "gateways of two networks without the networks file")
            .delete(VIRTUAL_NETWORK)
            .delete(NETWORK_SECURITY_GROUPS)
            .edit(EXPRESS_ROUTE_GATEWAY, "\"hub-vnet\"", "\"spoke-vnet\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "5:52",
                "Gateway 'hub-er-vgw' is declared for the virtual network 'spoke-vnet', but "
                    + "the network is called 'hub-vnet' at "
                    + "virtualNetworkGateway-vpn.parameters.json:5:52.",
                "Write the same name in all files."),
        broken("HN2002", "security groups in another resource group")
            .edit(NETWORK_SECURITY_GROUPS, "\"hub-rg\"", "\"spoke-rg\"")
            .warning(
                NETWORK_SECURITY_GROUPS,
                "5:81",
                "The security groups are declared for the resource group 'spoke-rg', but "
                    + "everything is deployed to 'hub-rg'.",
                "Write 'hub-rg'."),
        broken("HN2003", "connection of another gateway")
            .edit(VPN_GATEWAY, "{ \"name\": \"hub-vpn-vgw\" }", "{ \"name\": \"hub-er-vgw\" }")
            .error(
                VPN_GATEWAY,
                "25:45",
                "Connection 'hub-vpn-cn' names the gateway 'hub-er-vgw', but this file "
                    + "declares 'hub-vpn-vgw'.",
                "Write 'hub-vpn-vgw' in virtualNetworkGateway1."),
        broken("HN2004", "connection to another circuit")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"hub-erc\"", "\"spoke-erc\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:42",
                "Connection 'hub-er-cn' uses the circuit 'spoke-erc', but the circuit in the"
                    + " parameter files is 'hub-erc' at expressRouteCircuit.parameters.json:7:17.",
                "Write 'hub-erc', or set resourceGroup, subscriptionId or id of the other"
                    + " circuit."),
        broken("HN2004", "connection to none of the circuits")
            .edit(EXPRESS_ROUTE_GATEWAY, "\"hub-erc\"", "\"secnd-erc\"")
            .edit(CIRCUIT, "{\n        \"name\": \"hub-erc\"", SECOND_CIRCUIT)
            .edit(CIRCUIT, "\"4711\" }\n      }", "\"4711\" }\n      }]")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:42",
                "Connection 'hub-er-cn' uses the circuit 'secnd-erc', but the circuits in the"
                    + " parameter files are 'second-erc' at"
                    + " expressRouteCircuit.parameters.json:7:17, 'hub-erc' at"
                    + " expressRouteCircuit.parameters.json:12:17.",
                "Write 'second-erc', or set resourceGroup, subscriptionId or id of the other"
                    + " circuit."),
        broken("HN2005", "circuit without name or id")
            .edit(EXPRESS_ROUTE_GATEWAY, "{ \"name\": \"hub-erc\" }", "{ }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:32",
                "The connection's expressRouteCircuit has neither name nor id.",
                "Add \"name\", or \"id\" with the whole resource id of the circuit."),
        broken("HN2005", "circuit with name and id")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "{ \"name\": \"hub-erc\" }",
                "{ \"name\": \"hub-erc\", \"id\": \"/x\" }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:59",
                "The connection's expressRouteCircuit has an id and a name, resource group or"
                    + " subscription.",
                "Keep the id alone, or remove the id and keep the others."),
        broken("HN2005", "circuit with id and subscription")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "{ \"name\": \"hub-erc\" }",
                "{ \"subscriptionId\": \"1\", \"id\": \"/x\" }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:63",
                "The connection's expressRouteCircuit has an id and a name, resource group or"
                    + " subscription.",
                "Keep the id alone, or remove the id and keep the others."),
        broken("HN2005", "circuit with an id of something else")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "{ \"name\": \"hub-erc\" }",
                "{ \"id\": "
                    + "\"/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/virtualNetwo"
                    + "rks/v\" }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:40",
                "'/subscriptions/1/resourceGroups/g/providers/Microsoft.Network/virtualNetwor"
                    + "ks/v' is not the resource id of an ExpressRoute circuit.",
                "Write "
                    + "/subscriptions/<id>/resourceGroups/<group>/providers/Microsoft.Network/expre"
                    + "ssRouteCircuits/<name>."),
        broken("HN2006", "express route gateway in the file of the vpn gateway")
            .edit(VPN_GATEWAY, "\"Vpn\"", "\"ExpressRoute\"")
            .error(
                VPN_GATEWAY,
                "9:24",
                "Gateway 'hub-vpn-vgw' is of type ExpressRoute, but this file is for the "
                    + "gateway of type Vpn.",
                "Write 'Vpn', or move the gateway to the other file."),
        broken("HN2006", "ipsec connection in the file of the express route gateway")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "\"connectionType\": \"ExpressRoute\"",
                "\"connectionType\": \"IPsec\"")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "18:27",
                "Connection 'hub-er-cn' is of type IPsec, but this file is for the "
                    + "connection of type ExpressRoute.",
                "Write 'ExpressRoute', or move the connection to the other file."),
        broken("HN2007", "security group of an unknown subnet")
            .edit(NETWORK_SECURITY_GROUPS, "[ \"web\" ]", "[ \"webs\" ]")
            .error(
                NETWORK_SECURITY_GROUPS,
                "10:24",
                "Security group 'web-nsg' is for the subnet 'webs', which the virtual "
                    + "network does not have.",
                "Write 'web', declare the subnet, or remove it from the list."),
        broken("HN2007", "security group of a subnet that is near none")
            .edit(NETWORK_SECURITY_GROUPS, "[ \"web\" ]", "[ \"business\" ]")
            .error(
                NETWORK_SECURITY_GROUPS,
                "10:24",
                "Security group 'web-nsg' is for the subnet 'business', which the virtual "
                    + "network does not have.",
                "Declare the subnet, or remove it from the list."),
        broken("HN2008", "subnet in two security groups")
            .edit(NETWORK_SECURITY_GROUPS, "[ \"data\" ]", "[ \"data\", \"WEB\" ]")
            .error(
                NETWORK_SECURITY_GROUPS,
                "38:52",
                "Subnet 'WEB' gets two security groups, 'web-nsg' and 'data-nsg'.",
                "Keep the subnet in one of them."),
        broken("HN2008", "subnet that names another group")
            .edit(
                VIRTUAL_NETWORK,
                "\"networkSecurityGroup\": \"data-nsg\"",
                "\"networkSecurityGroup\": \"web-nsg\"")
            .error(
                NETWORK_SECURITY_GROUPS,
                "38:44",
                "Subnet 'data' gets two security groups, 'web-nsg' and 'data-nsg'.",
                "Keep the subnet in one of them."),
        broken("HN2009", "subnet that names an undeclared group")
            .edit(VIRTUAL_NETWORK, "\"data-nsg\"", "\"old-nsg\"")
            .edit(NETWORK_SECURITY_GROUPS, "[ \"data\" ]", "[ ]")
            .warning(
                VIRTUAL_NETWORK,
                "13:85",
                "Subnet 'data' names the security group 'old-nsg', which is not in the parameter"
                    + " files and must exist in Azure already.",
                "Declare the group in networkSecurityGroups.parameters.json, or create the group in"
                    + " the resource group first."));
  }
}
