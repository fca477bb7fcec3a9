package io.github.hybridnet.engine.process;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of the environment a program gets that has no business with the build's secrets. */
public final class PlainEnvironment {
  private static final Set<String> HARMLESS =
      Set.of(
          "PATH",
          "PATHEXT",
          "SYSTEMROOT",
          "WINDIR",
          "SYSTEMDRIVE",
          "COMSPEC",
          "TEMP",
          "TMP",
          "TMPDIR",
          "LANG",
          "LC_ALL",
          "LC_CTYPE",
          "TZ");

  private PlainEnvironment() {}

  /** The variables that any program may need to run at all. */
  public static Map<String, String> of(Map<String, String> environment) {
    Map<String, String> plain = new TreeMap<>();
    environment.forEach(
        (name, value) -> {
          if (HARMLESS.contains(name.toUpperCase(Locale.ROOT))) {
            plain.put(name, value);
          }
        });
    return plain;
  }
}
