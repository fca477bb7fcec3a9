package io.github.hybridnet.config;

import io.github.hybridnet.config.file.FileContentProblems;
import io.github.hybridnet.model.Finding;
import java.util.List;

/** Finds what is a secret in one place and would be visible to everybody in another. */
final class ExposedSecretCheck {
  private ExposedSecretCheck() {}

  static List<Finding> findings(List<PlaceholderValue> borrowed) {
    return borrowed.stream()
        .filter(b -> !b.fillsSecret())
        .filter(
            b ->
                b.name().startsWith("settings.")
                    || b.name().startsWith("session.settings.")
                    || b.name().startsWith("session.request.")
                    || borrowed.stream().anyMatch(o -> isSecretOf(o, b)))
        .map(b -> FileContentProblems.secretInPlainPlace(b.name(), b.place()))
        .toList();
  }

  private static boolean isSecretOf(PlaceholderValue other, PlaceholderValue plain) {
    return other.fillsSecret() && other.value().equals(plain.value());
  }
}
