package io.github.hybridnet.validation;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.StandardRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Holds a network against all rules and reports everything at once. */
public final class Validator {
  private final List<Rule> rules;

  private Validator(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** All offline rules. */
  public static Validator standard() {
    return new Validator(StandardRules.all());
  }

  /** The rules, by number. */
  public List<Rule> rules() {
    return rules;
  }

  /** What the rules find, by file, line and column. */
  public List<Finding> validate(HybridNetwork network, ValidationOptions options) {
    RuleContext context = new RuleContext(network, options);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : rules) {
      findings.addAll(rule.check(context));
    }
    findings.sort(
        Comparator.comparing((Finding f) -> f.place().file())
            .thenComparing(f -> f.place().line())
            .thenComparing(f -> f.place().column())
            .thenComparing(Finding::code));
    return List.copyOf(findings);
  }
}
