package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.ArrayList;
import java.util.List;

/** Which shared keys Azure accepts. */
final class KeyForm extends NumberedRule {
  private static final int LONGEST = 128;

  KeyForm() {
    super(
        "HN2050",
        "A shared key has 1 to 128 printable ASCII characters and no space.",
        Docs.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    List<Finding> findings = new ArrayList<>();
    for (Keys.Key key : Keys.shared(context)) {
      String text = key.text();
      if (text.isEmpty() || text.length() > LONGEST) {
        findings.add(
            error(
                key.what() + " has " + text.length() + " characters; Azure takes 1 to 128.",
                key.place(),
                "Choose a key of 16 to 128 characters."));
      }
      if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
        findings.add(
            error(
                key.what() + " has a character that is not printable ASCII, or a space.",
                key.place(),
                "Choose a key of letters, digits and punctuation without spaces."));
      } else if (text.indexOf('-') >= 0 || text.indexOf('~') >= 0) {
        findings.add(
            warning(
                key.what() + " has a '-' or '~', which the documentation does not allow.",
                key.place(),
                "Choose a key without them; some devices refuse them, though Azure takes them."));
      }
    }
    return findings;
  }
}
