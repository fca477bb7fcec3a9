package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.file.ParameterFile.CIRCUIT;
import static io.github.hybridnet.config.file.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** Keys and IPsec policies. */
final class KeyCases {
  private KeyCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2050", "key too long")
            .edit(
                VPN_GATEWAY,
                "${env.VPN_SHARED_KEY}",
                "${env.VPN_SHARED_KEY}${env.VPN_SHARED_KEY}${env.VPN_SHARED_KEY}${env.VPN_SHA"
                    + "RED_KEY}")
            .error(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' has 140 characters; Azure accepts 1 to"
                    + " 128.",
                "Choose a key of 16 to 128 characters."),
        broken("HN2050", "key empty")
            .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "")
            .error(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' has 0 characters; Azure accepts 1 to"
                    + " 128.",
                "Choose a key of 16 to 128 characters."),
        broken("HN2050", "key with a space")
            .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "${env.VPN_SHARED_KEY} ")
            .error(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' has a character that is not "
                    + "printable ASCII, or a space.",
                "Choose a key of letters, digits and punctuation without spaces."),
        broken("HN2050", "key with a hyphen")
            .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "${env.VPN_SHARED_KEY}-")
            .warning(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' has a '-' or '~', which the "
                    + "documentation does not allow.",
                "Choose a key without these characters. Azure accepts them, but some devices do"
                    + " not."),
        broken("HN2051", "key weak")
            .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "123secret")
            .warning(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' is weak: it is short, repetitive "
                    + "or well known.",
                "Choose a random key of 32 characters or more."),
        broken("HN2052", "key written out")
            .edit(VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "Zk3!mmQ0r9LpW7yTn5Bv2Xc8Hs4Jd6Fg")
            .warning(
                VPN_GATEWAY,
                "24:22",
                "The shared key of connection 'hub-vpn-cn' is in plain text in the file, where"
                    + " everybody who can read the repository sees it.",
                "Write '${env.NAME}' and set the environment variable, or write a Key Vault "
                    + "reference."),
        broken("HN2052", "peering key written out")
            .edit(CIRCUIT, "${env.PEERING_KEY}", "Zk3!mmQ0r9LpW7yT")
            .warning(
                CIRCUIT,
                "21:26",
                "The shared key of AzurePrivatePeering is in plain text in the file, where"
                    + " everybody who can read the repository sees it.",
                "Write '${env.NAME}' and set the environment variable, or write a Key Vault "
                    + "reference."),
        broken("HN2053", "key missing")
            .edit(VPN_GATEWAY, "\"sharedKey\": \"${env.VPN_SHARED_KEY}\",", "")
            .warning(
                VPN_GATEWAY,
                "21:16",
                "Connection 'hub-vpn-cn' has no sharedKey. Azure generates one, which the device"
                    + " does not know.",
                "Add \"sharedKey\" with a placeholder or a Key Vault reference."),
        broken("HN2054", "algorithms that do not go together")
            .edit(
                VPN_GATEWAY, "\"ipsecIntegrity\": \"GCMAES256\"", "\"ipsecIntegrity\": \"SHA256\"")
            .error(
                VPN_GATEWAY,
                "40:31",
                "The IPsec policy combines the encryption GCMAES256 with the integrity SHA256;"
                    + " GCMAES does both, so both must have the same value.",
                "Write the same GCMAES algorithm in ipsecEncryption and ipsecIntegrity."),
        broken("HN2055", "two ipsec policies")
            .edit(
                VPN_GATEWAY,
                "\"ipsecPolicies\": [",
                "\"ipsecPolicies\": [\n"
                    + "          {\"saLifeTimeSeconds\": 27000, \"saDataSizeKilobytes\": 1024, "
                    + "\"ipsecEncryption\": \"AES256\", \"ipsecIntegrity\": \"SHA256\", "
                    + "\"ikeEncryption\": \"AES256\", \"ikeIntegrity\": \"SHA384\", \"dhGroup\": "
                    + "\"ECP384\", \"pfsGroup\": \"ECP384\"},")
            .error(
                VPN_GATEWAY,
                "37:11",
                "Connection 'hub-vpn-cn' has 2 custom IPsec policies; Azure accepts one.",
                "Keep one of them."));
  }
}
