package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Azure compares names without case. */
final class NamesDiffer extends NumberedRule {
  NamesDiffer() {
    super("HN2071", "Names of the same kind differ, without regard to case.", Docs.NAMES);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Names.Named> seen = new HashMap<>();
    for (Names.Named named : Names.of(context).all()) {
      String key = named.scope() + "/" + named.name().toLowerCase(Locale.ROOT);
      Names.Named other = seen.putIfAbsent(key, named);
      if (other != null) {
        findings.add(
            error(
                "'%s', the name of %s, is taken: %s has it at %s."
                    .formatted(named.name(), named.kind(), other.kind(), other.place()),
                named.place(),
                "Choose another name; Azure does not distinguish case."));
      }
    }
    return findings;
  }
}
