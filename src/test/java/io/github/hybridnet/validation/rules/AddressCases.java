package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.NETWORK_SECURITY_GROUPS;
import static io.github.hybridnet.config.file.ParameterFile.VIRTUAL_NETWORK;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Subnets and prefixes. */
final class AddressCases {
  private AddressCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2010", "no gateway subnet")
            .edit(VIRTUAL_NETWORK, "\"GatewaySubnet\"", "\"gateways\"")
            .error(
                VIRTUAL_NETWORK,
                "10:20",
                "Virtual network 'hub-vnet' has no subnet called GatewaySubnet.",
                "Add a subnet called GatewaySubnet of /27 or larger; both gateways use it."),
        broken("HN2011", "gateway subnet too small")
            .edit(VIRTUAL_NETWORK, "10.1.255.192/26", "10.1.255.240/28")
            .error(
                VIRTUAL_NETWORK,
                "11:55",
                "The GatewaySubnet 10.1.255.240/28 is too small: Azure refuses the second of "
                    + "two gateways in a subnet smaller than /27.",
                "Make the GatewaySubnet /27, or /26 if more circuits may be added."),
        broken("HN2012", "security group on the gateway subnet")
            .edit(NETWORK_SECURITY_GROUPS, "[ \"web\" ]", "[ \"web\", \"GatewaySubnet\" ]")
            .error(
                NETWORK_SECURITY_GROUPS,
                "10:31",
                "Security group 'web-nsg' is for the GatewaySubnet. Azure does not allow a security"
                    + " group there.",
                "Remove the GatewaySubnet from the security group."),
        broken("HN2012", "gateway subnet that names a security group")
            .edit(
                VIRTUAL_NETWORK,
                "\"addressPrefix\": \"10.1.255.192/26\"",
                "\"addressPrefix\": \"10.1.255.192/26\", \"networkSecurityGroup\": "
                    + "\"web-nsg\"")
            .error(
                VIRTUAL_NETWORK,
                "11:98",
                "Security group 'web-nsg' is for the GatewaySubnet. Azure does not allow a security"
                    + " group there.",
                "Remove the GatewaySubnet from the security group."),
        broken("HN2013", "prefix of a subnet is malformed")
            .edit(VIRTUAL_NETWORK, "10.1.1.0/24", "10.1.1/24")
            .error(
                VIRTUAL_NETWORK,
                "12:45",
                "'10.1.1/24', the address prefix of subnet 'web', is not an address prefix.",
                "Write an address, a slash and a prefix length, such as 10.0.0.0/16."),
        broken("HN2013", "prefix of the network is malformed")
            .edit(VIRTUAL_NETWORK, "fd00:db8:1::/48", "fd00:db8:1::")
            .error(
                VIRTUAL_NETWORK,
                "9:45",
                "'fd00:db8:1::', the address prefix of virtual network 'hub-vnet', is not an "
                    + "address prefix.",
                "Write an address, a slash and a prefix length, such as 10.0.0.0/16."),
        broken("HN2013", "prefix of the device is malformed")
            .edit(VPN_GATEWAY, "192.168.0.0/16", "office")
            .error(
                VPN_GATEWAY,
                "29:32",
                "'office', the address prefix of local network gateway 'office-lgw', is not "
                    + "an address prefix.",
                "Write an address, a slash and a prefix length, such as 10.0.0.0/16."),
        broken("HN2013", "prefix of a peering is malformed")
            .edit(CIRCUIT, "172.16.0.0/30", "172.16.0.0/33")
            .error(
                CIRCUIT,
                "19:41",
                "'172.16.0.0/33', the primary peer address prefix of AzurePrivatePeering, is "
                    + "not an address prefix.",
                "Write an address, a slash and a prefix length, such as 10.0.0.0/16."),
        broken("HN2014", "host bits are set")
            .edit(VIRTUAL_NETWORK, "10.1.1.0/24", "10.1.1.5/24")
            .error(
                VIRTUAL_NETWORK,
                "12:45",
                "'10.1.1.5/24', the address prefix of subnet 'web', has bits set beyond its "
                    + "length.",
                "Write '10.1.1.0/24', or another length."),
        broken("HN2015", "subnet outside")
            .edit(VIRTUAL_NETWORK, "10.1.1.0/24", "10.2.1.0/24")
            .error(
                VIRTUAL_NETWORK,
                "12:45",
                "'10.2.1.0/24', the address prefix of subnet 'web', lies outside the address "
                    + "space 10.1.0.0/16, fd00:db8:1::/48 of the virtual network.",
                "Choose a prefix inside, or add one to addressPrefixes."),
        broken("HN2016", "subnets overlap")
            .edit(VIRTUAL_NETWORK, "10.1.2.0/24", "10.1.1.128/25")
            .error(
                VIRTUAL_NETWORK,
                "13:46",
                "'10.1.1.128/25', the address prefix of subnet 'data', overlaps "
                    + "'10.1.1.0/24' at virtualNetwork.parameters.json:12:45.",
                "Choose prefixes that share no address."),
        broken("HN2016", "prefixes of the network overlap")
            .edit(VIRTUAL_NETWORK, "fd00:db8:1::/48", "10.1.128.0/17")
            .error(
                VIRTUAL_NETWORK,
                "9:45",
                "'10.1.128.0/17', the address prefix of virtual network 'hub-vnet', overlaps "
                    + "'10.1.0.0/16' at virtualNetwork.parameters.json:9:30.",
                "Choose prefixes that share no address."),
        broken("HN2017", "subnet too small")
            .edit(VIRTUAL_NETWORK, "10.1.2.0/24", "10.1.2.0/30")
            .error(
                VIRTUAL_NETWORK,
                "13:46",
                "'10.1.2.0/30', the address prefix of subnet 'data', has a size that Azure "
                    + "does not offer.",
                "Make the prefix /29 or larger; Azure keeps five addresses of each subnet."),
        broken("HN2017", "ipv6 subnet of another size")
            .edit(VIRTUAL_NETWORK, "10.1.2.0/24", "fd00:db8:1::/56")
            .error(
                VIRTUAL_NETWORK,
                "13:46",
                "'fd00:db8:1::/56', the address prefix of subnet 'data', has a size that "
                    + "Azure does not offer.",
                "Make the prefix /64."),
        broken("HN2018", "address space forbidden")
            .edit(VIRTUAL_NETWORK, "fd00:db8:1::/48", "169.254.0.0/17")
            .error(
                VIRTUAL_NETWORK,
                "9:45",
                "'169.254.0.0/17', the address prefix of virtual network 'hub-vnet', "
                    + "overlaps 169.254.0.0/16, which Azure does not allow in a virtual network.",
                "Choose a private range, such as 10.0.0.0/16."),
        broken("HN2019", "address space public")
            .edit(VIRTUAL_NETWORK, "fd00:db8:1::/48", "40.50.0.0/16")
            .warning(
                VIRTUAL_NETWORK,
                "9:45",
                "'40.50.0.0/16', the address prefix of virtual network 'hub-vnet', is not a "
                    + "private range: hosts of the Internet that have these addresses cannot be "
                    + "reached from the network.",
                "Choose a range of RFC 1918 or RFC 6598, unless the addresses are yours."),
        broken("HN2020", "dns server is a name")
            .edit(VIRTUAL_NETWORK, "\"10.1.2.4\"", "\"dns.example.com\"")
            .error(
                VIRTUAL_NETWORK,
                "15:25",
                "The DNS server 'dns.example.com' is not an IP address.",
                "Write the address of the server, such as 10.0.0.4."),
        broken("HN2020", "too many dns servers")
            .edit(
                VIRTUAL_NETWORK,
                "\"10.1.2.4\"",
                "\"10.1.2.4\", \"10.1.2.5\", \"10.1.2.6\", \"10.1.2.7\", \"10.1.2.8\", "
                    + "\"10.1.2.9\", \"10.1.2.10\", \"10.1.2.11\", \"10.1.2.12\", \"10.1.2.13\", "
                    + "\"10.1.2.14\", \"10.1.2.15\", \"10.1.2.16\", \"10.1.2.17\", \"10.1.2.18\", "
                    + "\"10.1.2.19\", \"10.1.2.20\", \"10.1.2.21\", \"10.1.2.22\", \"10.1.2.23\", "
                    + "\"10.1.2.24\"")
            .error(
                VIRTUAL_NETWORK,
                "15:23",
                "The virtual network has 21 DNS servers, more than 20.",
                "Keep at most 20."));
  }
}
