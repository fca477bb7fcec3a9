package io.github.hybridnet.survival;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts outcomes. */
final class Tally {
  private final Map<String, Integer> counts = new TreeMap<>();

  void count(String outcome) {
    add(outcome, 1);
  }

  void add(String outcome, int number) {
    counts.merge(outcome, number, Integer::sum);
  }

  int of(String outcome) {
    return counts.getOrDefault(outcome, 0);
  }

  /** All counts in one line. */
  String line(String title) {
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " " + entry.getKey())
        .collect(Collectors.joining(", ", title + ": ", ""));
  }
}
