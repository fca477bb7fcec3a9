package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A place in the sequence of a run's requests.
 *
 * @param phase at which moment of the request
 * @param number of the request, among those that have such a moment, from 1
 */
record Boundary(Phase phase, long number) {

  /** A moment of a request. */
  enum Phase {
    /** It has arrived, and nothing was done. */
    BEFORE("before", ""),
    /** It was carried out, and not answered. */
    AFTER("after", ""),
    /** It was answered. */
    ANSWERED("after", ""),
    /** It asks for an operation, and is not answered. */
    POLLING("polling", ""),
    /** No request: an operation is due to end. */
    END("final", ""),
    /** It signs in, or asks how to. */
    SIGN_IN("before", "\"match\": {\"operation\": [\"token\", \"discovery\"]}, ");

    private static final String TOKENS = "\"match\": {\"operation\": [\"token\"]}, ";

    private final String word;
    private final String match;

    Phase(String word, String match) {
      this.word = word;
      this.match = match;
    }

    /** Rules without effect that count. */
    private String counter() {
      String effect = this == END ? "failOperation" : "reset";
      return rule("count-" + name(), "\"from\": 1000000", "{\"" + effect + "\": {}}");
    }

    private String rule(String id, String calls, String effect) {
      // Only requests for tokens can be refused as a sign-in.
      String matched = effect.contains("refuseSignIn") ? TOKENS : match;
      return """
      {"id": "%s", %s"calls": {%s}, "phase": "%s", "effect": %s}\
      """
          .formatted(id, matched, calls, word, effect);
    }
  }

  /** Begins to count the boundaries of a run. */
  static void count(Rig rig) {
    List<String> counters = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      counters.add(phase.counter());
    }
    rig.admin().addFaults("{\"rules\": [" + String.join(",", counters) + "]}");
  }

  /** All boundaries since {@link #count}; they are counted no more. */
  static List<Boundary> counted(Rig rig) {
    List<Boundary> all = soFar(rig);
    rig.admin().clearFaults();
    return all;
  }

  /** All boundaries since {@link #count}, up to now. */
  static List<Boundary> soFar(Rig rig) {
    List<Boundary> all = new ArrayList<>();
    for (JsonNode rule : rig.ask("faults").path("rules")) {
      String id = rule.path("id").asText();
      if (id.startsWith("count-")) {
        Phase phase = Phase.valueOf(id.substring("count-".length()));
        LongStream.rangeClosed(1, rule.path("matched").asLong())
            .forEach(number -> all.add(new Boundary(phase, number)));
      }
    }
    return all;
  }

  /** Lets the request wait at this moment; it is not carried out if it was not yet. */
  String hold() {
    String time = phase == Phase.ANSWERED ? "PT0.001S" : "PT10M";
    String hold = phase.rule("hold", once(), "{\"delay\": {\"wall\": \"" + time + "\"}}");
    boolean undone = phase == Phase.BEFORE || phase == Phase.SIGN_IN;
    return "{\"rules\": ["
        + hold
        + (undone ? "," + phase.rule("drop", once(), "{\"reset\": {}}") : "")
        + "]}";
  }

  /** Something goes wrong at this moment, and then no more. */
  String once(String effect) {
    return phase.rule("fault", once(), effect);
  }

  /** Something goes wrong at this moment, and ever after. */
  String lasting(String effect) {
    return phase.rule("fault", "\"from\": " + number, effect);
  }

  /** Something goes wrong at this moment, and at so many more. */
  String repeated(String effect, int times) {
    return phase.rule("fault", "\"from\": " + number + ", \"times\": " + times, effect);
  }

  private String once() {
    return "\"from\": " + number + ", \"times\": 1";
  }

  @Override
  public String toString() {
    return phase + " " + number;
  }
}
