package io.github.hybridnet.validation.rules.bgp;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The BGP address of a gateway is Azure's choice: a change of it is refused with {@code
 * VirtualNetworkGatewayBgpPeeringAddressCannotBeModified}.
 */
public final class AssignedBgpAddressRule extends ValidationRule {
  public AssignedBgpAddressRule() {
    super(
        "HN2090",
        "Azure assigns the BGP address of a gateway.",
        "hashicorp/terraform-provider-azurerm issue 16285");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.gatewaysInTheirFiles().stream()
        .map(declaration -> declaration.gateway())
        .flatMap(gateway -> Stream.ofNullable(gateway.bgp()))
        .filter(bgpSettings -> bgpSettings.peeringAddress() != null)
        .map(this::said)
        .toList();
  }

  private Finding said(BgpSettings bgpSettings) {
    return finding(
        Severity.INFO,
        "The BGP address '"
            + bgpSettings.peeringAddress()
            + "' of the gateway is not sent to Azure, which assigns the address. This address is"
            + " only compared with the actual address.",
        bgpSettings.origin().at("bgpPeeringAddress"),
        "Remove bgpPeeringAddress; hybridnet:deploy-network and hybridnet:status show the"
            + " address.");
  }
}
