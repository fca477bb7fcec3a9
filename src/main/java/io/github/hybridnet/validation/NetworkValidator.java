package io.github.hybridnet.validation;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationOptions;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Holds a network against all rules and reports everything at once. */
public final class NetworkValidator {
  private final List<ValidationRule> rules;

  private NetworkValidator(List<ValidationRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** All offline rules. */
  public static NetworkValidator standard() {
    return new NetworkValidator(StandardRules.all());
  }

  /** The rules, by number. */
  public List<ValidationRule> rules() {
    return rules;
  }

  /** What the rules find, by file, line and column. */
  public List<Finding> validate(HybridNetwork network, ValidationOptions options) {
    RuleContext context = new RuleContext(network, options);
    List<Finding> findings = new ArrayList<>();
    for (ValidationRule validationRule : rules) {
      findings.addAll(validationRule.check(context));
    }
    findings.sort(Finding.BY_LOCATION);
    return List.copyOf(findings);
  }
}
