package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.fault.InvalidRulesException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong, so that it can be said at once. */
final class RuleProblems {
  private final Map<String, String> places;
  private final List<Problem> found = new ArrayList<>();

  RuleProblems(Map<String, String> places) {
    this.places = places;
  }

  void add(String pointer, String text) {
    found.add(new Problem(pointer, place(pointer), text));
  }

  void throwIfAny() throws InvalidRulesException {
    if (!found.isEmpty()) {
      throw new InvalidRulesException(found);
    }
  }

  /** The place of a pointer or, if that is missing in the document, of what should contain it. */
  private String place(String pointer) {
    String at = pointer;
    while (!at.isEmpty() && !places.containsKey(at)) {
      at = at.substring(0, at.lastIndexOf('/'));
    }
    return places.getOrDefault(at, "");
  }
}
