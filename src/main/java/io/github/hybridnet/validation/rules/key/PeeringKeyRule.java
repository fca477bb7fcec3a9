package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** MD5 keys of peerings are short. */
public final class PeeringKeyRule extends ValidationRule {
  private static final int LONGEST = 25;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9]+");

  public PeeringKeyRule() {
    super(
        "HN2046", "The MD5 key of a peering has 1 to 25 letters and digits.", RuleSources.CIRCUIT);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Peering peering : context.peerings()) {
      Secret key = peering.sharedKey();
      if (key != null && key.reference().isEmpty()) {
        int length = key.length();
        if (length >= 1 && length <= LONGEST && !key.matches(FORM.asMatchPredicate())) {
          findings.add(
              error(
                  "The shared key of %s has other characters than letters and digits."
                      .formatted(peering.type()),
                  peering.origin().at("sharedKey"),
                  "Agree on a key of letters (A-Z, a-z) and digits with the connectivity"
                      + " provider."));
        }
        if (length < 1 || length > LONGEST) {
          findings.add(
              error(
                  "The shared key of %s has %s characters; MD5 keys of peerings have 1 to 25."
                      .formatted(peering.type(), length),
                  peering.origin().at("sharedKey"),
                  "Agree on a key of 1 to 25 characters with the connectivity provider."));
        }
      }
    }
    return findings;
  }
}
