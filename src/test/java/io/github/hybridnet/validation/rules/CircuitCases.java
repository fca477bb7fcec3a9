package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.EXPRESS_ROUTE_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Circuits and their peerings. */
final class CircuitCases {
  private CircuitCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2040", "bandwidth not sold")
            .edit(CIRCUIT, "\"${circuit.bandwidth}\"", "300")
            .error(
                CIRCUIT,
                "12:28",
                "The circuit 'hub-erc' has 300 Mbit/s, which Azure does not offer.",
                "Write one of 50, 100, 200, 500, 1000, 2000, 5000, 10000."),
        broken("HN2041", "metered local circuit")
            .edit(CIRCUIT, "\"Standard\"", "\"Local\"")
            .edit(CIRCUIT, "\"${circuit.bandwidth}\"", "500")
            .error(
                CIRCUIT,
                "9:22",
                "The circuit 'hub-erc' is of tier Local, which comes with unlimited data "
                    + "only.",
                "Write 'UnlimitedData'.")
            .warning(
                CIRCUIT,
                "12:28",
                "The circuit 'hub-erc' is of tier Local, which providers sell from 1000 "
                    + "Mbit/s on.",
                "Choose 1000 or more, or another tier."),
        broken("HN2041", "basic circuit")
            .edit(CIRCUIT, "\"Standard\"", "\"Basic\"")
            .warning(
                CIRCUIT,
                "8:20",
                "The circuit 'hub-erc' is of the old tier Basic.",
                "Write 'Local', 'Standard' or 'Premium'."),
        broken("HN2042", "peering location is a region")
            .edit(CIRCUIT, "\"Amsterdam\"", "\"West Europe\"")
            .error(
                CIRCUIT,
                "11:28",
                "The peering location 'West Europe' of circuit 'hub-erc' is an Azure region.",
                "Write the place where the connectivity provider connects to Microsoft, such as"
                    + " 'Silicon Valley' or 'Amsterdam'."),
        broken("HN2043", "premium circuit")
            .edit(CIRCUIT, "\"Standard\"", "\"Premium\"")
            .info(
                CIRCUIT,
                "8:20",
                "The circuit 'hub-erc' is of tier Premium, which only networks in another "
                    + "geopolitical area, more than 4000 routes or more than 10 linked networks "
                    + "need.",
                "Write 'Standard' if none of these applies. The tier can be changed later."),
        broken("HN2044", "peering prefix of another size")
            .edit(CIRCUIT, "172.16.0.0/30", "172.16.0.0/29")
            .error(
                CIRCUIT,
                "19:41",
                "'172.16.0.0/29', the primary peer address prefix of AzurePrivatePeering, is "
                    + "not /30.",
                "Write a /30 prefix.")
            .error(
                CIRCUIT,
                "20:43",
                "The primary and the secondary peer address prefix of AzurePrivatePeering "
                    + "overlap.",
                "Give each link a prefix of its own."),
        broken("HN2044", "peering prefix inside the network")
            .edit(CIRCUIT, "172.16.0.0/30", "10.1.9.0/30")
            .error(
                CIRCUIT,
                "19:41",
                "'10.1.9.0/30', the primary peer address prefix of AzurePrivatePeering, "
                    + "overlaps the address space 10.1.0.0/16 of the virtual network.",
                "Choose a prefix that is used nowhere else."),
        broken("HN2044", "peering prefix of ipv6")
            .edit(CIRCUIT, "172.16.0.0/30", "fd00::/126")
            .error(
                CIRCUIT,
                "19:41",
                "'fd00::/126', the primary peer address prefix of AzurePrivatePeering, is an IPv6"
                    + " prefix. Azure accepts those in ipv6PeeringConfig, which cannot be set in"
                    + " parameter files yet.",
                "Write an IPv4 /30 prefix. IPv6 settings that exist in Azure are kept."),
        broken("HN2045", "peerings of one type and vlan")
            .edit(
                CIRCUIT,
                "\n        ],\n        \"tags\"",
                ", {\n"
                    + "            \"peeringType\": \"AzurePrivatePeering\",\n"
                    + "            \"vlanId\": 100,\n"
                    + "            \"peerASN\": 65010,\n"
                    + "            \"primaryPeerAddressPrefix\": \"172.16.1.0/30\",\n"
                    + "            \"secondaryPeerAddressPrefix\": \"172.16.1.4/30\"\n"
                    + "          }\n        ],\n        \"tags\"")
            .error(
                CIRCUIT,
                "23:28",
                "The circuit has two peerings of type AzurePrivatePeering.",
                "Keep one of them.")
            .error(
                CIRCUIT,
                "24:23",
                "Two peerings of the circuit have the VLAN 100.",
                "Give each peering a VLAN of its own."),
        broken("HN2046", "peering key too long")
            .edit(CIRCUIT, "${env.PEERING_KEY}", "${env.PEERING_KEY}${env.PEERING_KEY}")
            .error(
                CIRCUIT,
                "21:26",
                "The shared key of AzurePrivatePeering has 42 characters; MD5 keys of "
                    + "peerings have 1 to 25.",
                "Agree on a key of 1 to 25 characters with the connectivity provider."),
        broken("HN2046", "peering key with other characters")
            .edit(CIRCUIT, "${env.PEERING_KEY}", "key-of-peering")
            .error(
                CIRCUIT,
                "21:26",
                "The shared key of AzurePrivatePeering has other characters than letters and"
                    + " digits.",
                "Agree on a key of letters (A-Z, a-z) and digits with the connectivity provider."),
        broken("HN2047", "circuit in a group that the connection does not name")
            .edit(
                CIRCUIT,
                "\"name\": \"hub-erc\",",
                "\"name\": \"hub-erc\", \"resourceGroup\": \"circuits-rg\",")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:32",
                "Connection 'hub-er-cn' uses the circuit 'hub-erc' in resource group 'hub-rg',"
                    + " but the circuit's file declares it in 'circuits-rg' at"
                    + " expressRouteCircuit.parameters.json:7:45.",
                "Write \"resourceGroup\": \"circuits-rg\" in expressRouteCircuit."),
        broken("HN2047", "connection that names a group which the circuit's file does not")
            .edit(
                EXPRESS_ROUTE_GATEWAY,
                "{ \"name\": \"hub-erc\" }",
                "{ \"name\": \"hub-erc\", \"resourceGroup\": \"circuits-rg\" }")
            .error(
                EXPRESS_ROUTE_GATEWAY,
                "20:70",
                "Connection 'hub-er-cn' uses the circuit 'hub-erc' in resource group"
                    + " 'circuits-rg', but the circuit's file declares it in 'hub-rg'.",
                "Leave resourceGroup out here, or write it in the circuit's file too."));
  }
}
