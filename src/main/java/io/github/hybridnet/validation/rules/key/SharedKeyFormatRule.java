package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.NumberedRule;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import java.util.ArrayList;
import java.util.List;

/** Which shared keys Azure accepts. */
public final class SharedKeyFormatRule extends NumberedRule {
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
      String text = locatedSecret.text();
      if (text.isEmpty() || text.length() > LONGEST) {
        findings.add(
            error(
                locatedSecret.what()
                    + " has "
                    + text.length()
                    + " characters; Azure takes 1 to 128.",
                locatedSecret.place(),
                "Choose a key of 16 to 128 characters."));
      }
      if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        findings.add(
            error(
                locatedSecret.what() + " has a character that is not printable ASCII, or a space.",
                locatedSecret.place(),
                "Choose a key of letters, digits and punctuation without spaces."));
      } else if (text.indexOf('-') >= 0 || text.indexOf('~') >= 0) {
        findings.add(
            warning(
                locatedSecret.what() + " has a '-' or '~', which the documentation does not allow.",
                locatedSecret.place(),
                "Choose a key without them; some devices refuse them, though Azure takes them."));
      }
    }
    return findings;
  }
}
