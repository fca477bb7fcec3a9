package io.github.hybridnet.maven;

import java.util.Arrays;

/** Parameters with a few allowed values. */
final class ChoiceParameter {
  private ChoiceParameter() {}

  /**
   * The choice, without regard to case.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN1902 for anything else
   */
  static String parse(String property, String value, String... choices) {
    return Arrays.stream(choices)
        .filter(c -> c.equalsIgnoreCase(value.strip()))
        .findFirst()
        .orElseThrow(
            () -> ParameterProblems.notAChoice(property, value, String.join(", ", choices)));
  }
}
