package io.github.hybridnet.validation.rules.name;

import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.PropertyLocations;
import io.github.hybridnet.model.VirtualNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Azure must accept the tags. */
public final class TagFormatRule extends ValidationRule {
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_VALUE = 256;
  private static final int MOST = 50;

  public TagFormatRule() {
    super(
        "HN2074",
        "Tags have names of at most 512 characters without < > % & \\ ? /, and values of at most"
            + " 256.",
        RuleSources.NAMES);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    VirtualNetwork network = context.network().virtualNetwork();
    if (network != null) {
      check(network.tags(), network.origin(), findings);
    }
    for (Circuit circuit : context.network().circuits()) {
      check(circuit.tags(), circuit.origin(), findings);
    }
    return findings;
  }

  private void check(
      Map<String, String> tags, PropertyLocations propertyLocations, List<Finding> findings) {
    if (tags.size() > MOST) {
      findings.add(
          error(
              "There are " + tags.size() + " tags; a resource has at most 50.",
              propertyLocations.at("tags"),
              "Keep at most 50 of them."));
    }
    tags.forEach(
        (name, value) -> {
          if (name.isEmpty()
              || name.length() > LONGEST_NAME
              || value.length() > LONGEST_VALUE
              || name.chars().anyMatch(c -> "<>%&\\?/".indexOf(c) >= 0)) {
            findings.add(
                error(
                    "The tag '" + name + "' has a name or a value that Azure does not accept.",
                    propertyLocations.at("tags/" + name),
                    "Use a name of at most 512 characters without < > % & \\ ? /, and a value of"
                        + " at most 256."));
          }
        });
  }
}
