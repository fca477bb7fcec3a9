package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Azure accepts Microsoft peering only with settings that the files cannot declare. */
public final class MicrosoftPeeringRule extends ValidationRule {
  static final String MICROSOFT = "MicrosoftPeering";

  public MicrosoftPeeringRule() {
    super(
        "HN2091",
        "Microsoft peering is not declared: Azure requires its public prefixes with it.",
        "Azure/azure-cli issue 1175");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.peerings().stream()
        .filter(peering -> peering.type().equals(MICROSOFT))
        .map(
            peering ->
                error(
                    "MicrosoftPeering cannot be set in parameter files yet. Azure accepts it only"
                        + " with microsoftPeeringConfig (advertised public prefixes, customer ASN,"
                        + " routing registry), which this file cannot have.",
                    peering.origin().at("peeringType"),
                    "Remove this peering and configure it in Azure. An existing peering is kept."))
        .toList();
  }
}
