package io.github.hybridnet.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names and values, one below the other. */
final class FactList {
  private final List<String> lines = new ArrayList<>();

  FactList with(String name, String value) {
    lines.add(String.format(Locale.ROOT, "  %-18s %s", name, value));
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
