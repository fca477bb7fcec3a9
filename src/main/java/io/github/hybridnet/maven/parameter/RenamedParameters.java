package io.github.hybridnet.maven.parameter;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Former names of parameters. Maven drops a name that no goal has in silence, and the goal would go
 * on with its default; so a former name is an error wherever it is used.
 */
final class RenamedParameters {
  /** By former names in lower case, of properties and of elements. */
  private static final Map<String, String> NOW =
      Map.of(
          "hybridnet.failover.lever", "hybridnet.failover.disconnect",
          "lever", "disconnect");

  private RenamedParameters() {}

  /** The present name of what had this one, without regard to case; empty for every other name. */
  static Optional<String> now(String former) {
    return Optional.ofNullable(NOW.get(former.toLowerCase(Locale.ROOT)));
  }
}
