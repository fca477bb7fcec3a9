package io.github.hybridnet.validation;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;

/** Checks a network against all rules and reports all findings at once. */
public final class NetworkValidator {
  private final List<ValidationRule> rules;

  private NetworkValidator(List<ValidationRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A validator with all rules, none of which asks Azure. */
  public static NetworkValidator standard() {
    return new NetworkValidator(StandardRules.all());
  }

  /** The rules, by number. */
  public List<ValidationRule> rules() {
    return rules;
  }

  /**
   * What the rules find, in the order of {@link Finding#BY_LOCATION}.
   *
   * @param modernise whether SKUs that Azure no longer creates will be replaced by their
   *     successors, which makes them warnings
   */
  public List<Finding> validate(HybridNetwork network, boolean modernise) {
    RuleContext context = new RuleContext(network, modernise);
    return rules.stream()
        .flatMap(rule -> rule.check(context).stream())
        .sorted(Finding.BY_LOCATION)
        .toList();
  }
}
