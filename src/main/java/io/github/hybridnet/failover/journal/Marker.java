package io.github.hybridnet.failover.journal;

import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A drill as its resource group's tags tell of it. Each drill has tags of names of its own, so that
 * two drills never overwrite each other's; values have at most 256 characters.
 *
 * @param record what it takes to undo the drill
 * @param state how far it is
 * @param beat a number that a drill that lives counts up
 */
public record Marker(DrillRecord record, State state, long beat) {
  /** How the names of all markers begin. */
  public static final String PREFIX = "hybridnet-drill-";

  /** How the name of the tag ends that says what the lever moves. */
  public static final String TARGET = "-target";

  private static final String FORMAT = "1";
  private static final int LONGEST_NAME = 60;

  /** The marker with another state. */
  Marker in(State other) {
    return new Marker(record, other, beat);
  }

  /** The marker, one beat later. */
  Marker next() {
    return new Marker(record, state, beat + 1);
  }

  /** The name of a drill's tag. */
  static String tag(String id) {
    return PREFIX + id;
  }

  /** The tags that say it. */
  Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    String text =
        FORMAT
            + " "
            + state.label()
            + " lever="
            + record.lever().label()
            + " beat="
            + beat
            + " at="
            + record.at()
            + " by="
            + Fields.plain(record.by(), LONGEST_NAME)
            + " fingerprint="
            + record.fingerprint()
            + (record.noPeeringKey() ? " key=none" : "");
    tags.put(tag(record.id()), text);
    tags.put(tag(record.id()) + TARGET, Fields.place(record.target()));
    return tags;
  }

  /**
   * The marker that two tags hold.
   *
   * @param target the value of the second tag, empty when it is missing
   * @return empty when this version does not understand them
   */
  static Optional<Marker> parse(String id, ResourceKey group, String text, String target) {
    String[] words = text.split(" ");
    if (words.length < 2 || !words[0].equals(FORMAT)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      values.put(word.substring(0, Math.max(0, equals)), word.substring(equals + 1));
    }
    Optional<LeverKind> lever = Fields.lever(values.getOrDefault("lever", ""));
    Optional<ResourceKey> key = lever.flatMap(l -> Fields.key(Fields.targetType(l), target));
    Optional<State> state = Fields.state(words[1]);
    if (key.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    try {
      DrillRecord record =
          new DrillRecord(
              id,
              lever.get(),
              group,
              key.get(),
              values.getOrDefault("fingerprint", ""),
              values.getOrDefault("by", "an unknown machine"),
              Instant.parse(values.getOrDefault("at", "")),
              values.getOrDefault("key", "").equals("none"));
      return Optional.of(
          new Marker(record, state.get(), Long.parseLong(values.getOrDefault("beat", "0"))));
    } catch (DateTimeParseException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
