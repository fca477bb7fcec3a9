package io.github.hybridnet.validation.rules;

import static io.github.hybridnet.config.ParameterFile.VPN_GATEWAY;
import static io.github.hybridnet.validation.rules.BrokenCase.broken;

import java.util.List;

/** What Azure decides by itself, or takes only together with something else. */
final class AzureCases {
  private AzureCases() {}

  static List<BrokenCase> all() {
    return List.of(
        broken("HN2090", "address of the gateway")
            .edit(VPN_GATEWAY, "65515,", "65515, \"bgpPeeringAddress\": \"10.0.255.250\",")
            .info(
                VPN_GATEWAY,
                "15:44",
                "The BGP address '10.0.255.250' of the gateway is not sent to Azure, which"
                    + " assigns the address. It is only compared with the one that stands.",
                "Remove bgpPeeringAddress; hybridnet:deploy-network and hybridnet:status show the"
                    + " address."));
  }
}
