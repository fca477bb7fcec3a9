package io.github.hybridnet.simulator.arm.id;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A path whose segments in braces match anything. */
public final class PathPattern {

  private PathPattern() {}

  /** What the variables matched; empty if the path is another one. */
  public static Optional<Map<String, String>> match(String pattern, List<String> path) {
    String[] words = pattern.split("/");
    if (words.length != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith("{")) {
        variables.put(words[i].substring(1, words[i].length() - 1), path.get(i));
      } else if (!words[i].equalsIgnoreCase(path.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }
}
