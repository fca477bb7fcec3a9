package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.fault.BadRulesException.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Collects everything that is wrong, so that it can be said at once. */
final class Problems {
  private final Map<String, String> places;
  private final List<Problem> found = new ArrayList<>();

  Problems(Map<String, String> places) {
    this.places = places;
  }

  void add(String pointer, String text) {
    found.add(new Problem(pointer, place(pointer), text));
  }

  void throwIfAny() throws BadRulesException {
    if (!found.isEmpty()) {
      throw new BadRulesException(found);
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
