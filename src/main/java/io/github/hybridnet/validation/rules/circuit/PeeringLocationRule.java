package io.github.hybridnet.validation.rules.circuit;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Set;

/** Peering locations are cities, not regions. */
public final class PeeringLocationRule extends ValidationRule {
  /** Regions of Azure as of November 2026, by their normalised names. */
  private static final Set<String> REGIONS =
      Set.of(
          "australiacentral",
          "australiacentral2",
          "australiaeast",
          "australiasoutheast",
          "austriaeast",
          "belgiumcentral",
          "brazilsouth",
          "brazilsoutheast",
          "canadacentral",
          "canadaeast",
          "centralindia",
          "centralus",
          "chilecentral",
          "eastasia",
          "eastus",
          "eastus2",
          "francecentral",
          "francesouth",
          "germanynorth",
          "germanywestcentral",
          "indonesiacentral",
          "israelcentral",
          "italynorth",
          "japaneast",
          "japanwest",
          "koreacentral",
          "koreasouth",
          "malaysiawest",
          "mexicocentral",
          "newzealandnorth",
          "northcentralus",
          "northeurope",
          "norwayeast",
          "norwaywest",
          "polandcentral",
          "qatarcentral",
          "southafricanorth",
          "southafricawest",
          "southcentralus",
          "southeastasia",
          "southindia",
          "spaincentral",
          "swedencentral",
          "switzerlandnorth",
          "switzerlandwest",
          "uaecentral",
          "uaenorth",
          "uksouth",
          "ukwest",
          "westcentralus",
          "westeurope",
          "westindia",
          "westus",
          "westus2",
          "westus3",
          "chinaeast",
          "chinaeast2",
          "chinaeast3",
          "chinanorth",
          "chinanorth2",
          "chinanorth3",
          "usgovarizona",
          "usgovtexas",
          "usgovvirginia");

  public PeeringLocationRule() {
    super(
        "HN2042",
        "A circuit's peering location is a location of its provider, not an Azure region.",
        "articles/expressroute/expressroute-locations-providers.md");
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return context.network().circuits().stream()
        .filter(each -> REGIONS.contains(new Region(each.provider().peeringLocation()).name()))
        .map(this::region)
        .toList();
  }

  private Finding region(Circuit circuit) {
    return error(
        "The peering location '%s' of circuit '%s' is an Azure region."
            .formatted(circuit.provider().peeringLocation(), circuit.name()),
        circuit.origin().at("peeringLocation"),
        "Write the place where the connectivity provider connects to Microsoft, such as"
            + " 'Silicon Valley' or 'Amsterdam'.");
  }
}
