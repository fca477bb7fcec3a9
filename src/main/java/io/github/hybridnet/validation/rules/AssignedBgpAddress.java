package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * The BGP address of a gateway is Azure's choice: a change of it is refused with {@code
 * VirtualNetworkGatewayBgpPeeringAddressCannotBeModified}.
 */
final class AssignedBgpAddress extends NumberedRule {
  AssignedBgpAddress() {
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
        .filter(bgp -> bgp.peeringAddress() != null)
        .map(this::said)
        .toList();
  }

  private Finding said(Bgp bgp) {
    return finding(
        Severity.INFO,
        "The BGP address '"
            + bgp.peeringAddress()
            + "' of the gateway is not sent to Azure, which assigns the address. It is only"
            + " compared with the one that stands.",
        bgp.origin().at("bgpPeeringAddress"),
        "Remove bgpPeeringAddress; hybridnet:deploy-network and hybridnet:status show the"
            + " address.");
  }
}
