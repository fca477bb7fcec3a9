package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.ArrayList;
import java.util.List;

/** Which shared keys Azure accepts. */
public final class SharedKeyFormatRule extends ValidationRule {
  private static final int LONGEST = 128;

  public SharedKeyFormatRule() {
    super(
        "HN2050",
        "A shared key has 1 to 128 printable ASCII characters and no space.",
        RuleSources.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (DeclaredSecrets.LocatedSecret locatedSecret : DeclaredSecrets.shared(context)) {
      int length = locatedSecret.secret().length();
      if (length < 1 || length > LONGEST) {
        findings.add(
            error(
                locatedSecret.what() + " has " + length + " characters; Azure accepts 1 to 128.",
                locatedSecret.place(),
                "Choose a key of 16 to 128 characters."));
      }
      if (locatedSecret.secret().matches(SharedKeyFormatRule::hasForbidden)) {
        findings.add(
            error(
                locatedSecret.what() + " has a character that is not printable ASCII, or a space.",
                locatedSecret.place(),
                "Choose a key of letters, digits and punctuation without spaces."));
      } else if (locatedSecret.secret().matches(SharedKeyFormatRule::hasDoubtful)) {
        findings.add(
            warning(
                locatedSecret.what() + " has a '-' or '~', which the documentation does not allow.",
                locatedSecret.place(),
                "Choose a key without these characters. Azure accepts them, but some devices do"
                    + " not."));
      }
    }
    return findings;
  }

  private static boolean hasForbidden(String key) {
    return key.chars().anyMatch(c -> c <= ' ' || c > '~');
  }

  private static boolean hasDoubtful(String key) {
    return key.indexOf('-') >= 0 || key.indexOf('~') >= 0;
  }
}
