package io.github.hybridnet.validation.rules;

import io.github.hybridnet.model.Finding;
import io.github.hybridnet.validation.NumberedRule;
import io.github.hybridnet.validation.RuleContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Keys that can be guessed. */
final class WeakKey extends NumberedRule {
  private static final int SHORT = 16;
  private static final int FEW = 8;

  WeakKey() {
    super("HN2051", "A shared key cannot be guessed.", Docs.VPN_FAQ);
  }

  @Override
  public List<Finding> check(RuleContext context) {
    return Keys.shared(context).stream()
        .filter(key -> !key.text().isEmpty() && isWeak(key.text()))
        .map(
            key ->
                warning(
                    key.what() + " is weak: it is short, repetitive or well known.",
                    key.place(),
                    "Choose a random key of 32 characters or more."))
        .toList();
  }

  private static boolean isWeak(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    boolean wellKnown =
        Stream.of("secret", "password", "abc123", "azure").anyMatch(lower::contains);
    return key.length() < SHORT
        || key.chars().distinct().count() < FEW
        || (wellKnown && key.length() < 2 * SHORT);
  }
}
