package io.github.hybridnet.maven;

import io.github.hybridnet.model.HybridnetException;
import java.util.List;

/** What is said about plugin parameters that cannot be used. */
final class ParameterProblems {
  private ParameterProblems() {}

  static HybridnetException notADuration(String property, String value) {
    return HybridnetException.refused(
        "HN1901",
        property + " is \"" + value + "\", which is not a duration.",
        "write a number with d, h, m, s or ms, such as 90m or 1h30m, or an ISO-8601 duration such as PT90M");
  }

  static HybridnetException notAChoice(String property, String value, String choices) {
    return HybridnetException.refused(
        "HN1902", property + " is \"" + value + "\".", "use one of " + choices);
  }

  static HybridnetException notANumber(String property, String value, String allowed) {
    return HybridnetException.refused(
        "HN1903", property + " is \"" + value + "\".", "use " + allowed);
  }

  static HybridnetException badTimeouts(
      String property, List<String> mistakes, List<String> known) {
    return HybridnetException.refused(
        "HN1909",
        property + " cannot be used: " + String.join("; ", mistakes) + ".",
        "write kind=duration or kind.delete=duration, separated by commas, such as "
            + "virtualNetworkGateway=120m,virtualNetworkGateway.delete=3h; kinds are "
            + String.join(", ", known));
  }
}
