package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;

/** Azure takes Microsoft peering only with settings that the files do not have. */
final class MicrosoftPeeringWhole extends NumberedRule {
  static final String MICROSOFT = "MicrosoftPeering";

  MicrosoftPeeringWhole() {
    super(
        "HN2091",
        "Microsoft peering is not declared: Azure wants its public prefixes with it.",
        "Azure/azure-cli issue 1175");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.peerings().stream()
        .filter(peering -> peering.type().equals(MICROSOFT))
        .map(
            peering ->
                error(
                    "MicrosoftPeering cannot be declared yet. Azure takes it only with"
                        + " microsoftPeeringConfig (advertised public prefixes, customer ASN,"
                        + " routing registry), which this file cannot hold.",
                    peering.origin().at("peeringType"),
                    "Remove this peering, and configure it in Azure. A peering that stands is"
                        + " kept."))
        .toList();
  }
}
