package io.github.hybridnet.validation.rules.name;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Azure compares names without case. */
public final class DistinctNamesRule extends ValidationRule {
  public DistinctNamesRule() {
    super("HN2071", "Names of the same kind differ, without regard to case.", RuleSources.NAMES);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<String, ResourceNames.NamedResource> seen = new HashMap<>();
    for (ResourceNames.NamedResource namedResource : ResourceNames.of(context).all()) {
      String key = namedResource.scope() + "/" + namedResource.name().toLowerCase(Locale.ROOT);
      ResourceNames.NamedResource other = seen.putIfAbsent(key, namedResource);
      if (other != null) {
        findings.add(
            error(
                "'%s', the name of %s, is already used: %s has it at %s."
                    .formatted(
                        namedResource.name(), namedResource.kind(), other.kind(), other.place()),
                namedResource.place(),
                "Choose another name; Azure does not distinguish case."));
      }
    }
    return findings;
  }
}
