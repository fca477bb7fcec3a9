package io.github.hybridnet.validation.rules.key;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.rules.RuleContext;
import io.github.hybridnet.validation.rules.RuleSources;
import io.github.hybridnet.validation.rules.ValidationRule;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A shared key must not be easy to guess. */
public final class WeakSharedKeyRule extends ValidationRule {
  private static final int SHORT = 16;
  private static final int FEW = 8;

  public WeakSharedKeyRule() {
    super("HN2051", "A shared key cannot be guessed.", RuleSources.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return DeclaredSecrets.shared(context).stream()
        .filter(locatedSecret -> locatedSecret.secret().matches(WeakSharedKeyRule::isWeak))
        .map(
            locatedSecret ->
                warning(
                    locatedSecret.what() + " is weak: it is short, repetitive or well known.",
                    locatedSecret.place(),
                    "Choose a random key of 32 characters or more."))
        .toList();
  }

  private static boolean isWeak(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean wellKnown =
        Stream.of("secret", "password", "abc123", "azure").anyMatch(lower::contains);
    boolean weak =
        key.length() < SHORT
            || key.chars().distinct().count() < FEW
            || (wellKnown && key.length() < 2 * SHORT);
    return weak && !key.isEmpty();
  }
}
