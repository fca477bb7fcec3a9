package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drill as the tags of its resource group record it. Each drill has tags of names of its own, so
 * that two drills never overwrite each other's; values have at most 256 characters.
 *
 * @param record what it takes to undo the drill
 * @param state how far it is
 * @param beat a number that a drill that lives counts up
 * @param signature by which deployers know that the marker is theirs; empty when it has none
 */
public record DrillMarker(DrillRecord record, State state, long beat, String signature) {
  /** How the names of all markers begin. */
  static final String PREFIX = "hybridnet-drill-";

  /** How the name of the tag ends that names the resource which the drill changes. */
  static final String TARGET = "-target";

  private static final String FORMAT = "1";
  private static final Pattern OTHER_FORMAT = Pattern.compile("(?!1 )(\\d{1,9}) .*");
  private static final String KEYLESS = "none";
  private static final Pattern BEAT = Pattern.compile("\\d{1,18}");
  private static final Pattern BY = Pattern.compile("[A-Za-z0-9._-]{0,60}");
  private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A marker without a signature. */
  public DrillMarker(DrillRecord record, State state, long beat) {
    this(record, state, beat, "");
  }

  /** The marker with another state. */
  DrillMarker withState(State other) {
    return new DrillMarker(record, other, beat, signature);
  }

  /** The marker, one beat later. */
  DrillMarker withNextBeat() {
    return new DrillMarker(record, state, beat + 1, signature);
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
            + record.method().label()
            + " beat="
            + beat
            + " at="
            + record.begin()
            + " by="
            + RecordFields.plain(record.machine())
            + " fingerprint="
            + record.fingerprint()
            + (record.noPeeringKey() ? " key=none" : "")
            + (signature.isEmpty() ? "" : " mac=" + signature);
    tags.put(tag(record.id()), text);
    tags.put(tag(record.id()) + TARGET, RecordFields.path(record.target()));
    return tags;
  }

  /**
   * The marker that two tags hold.
   *
   * @param target the value of the second tag, empty when it is missing
   * @return empty when this version does not understand them
   */
  static Optional<DrillMarker> parse(String id, ResourceKey group, String text, String target) {
    String[] words = text.split(" ", -1);
    if (!RecordFields.isId(id) || words.length < 2 || !words[0].equals(FORMAT)) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (String word : List.of(words).subList(2, words.length)) {
      int equals = word.indexOf('=');
      if (equals < 1 || values.put(word.substring(0, equals), word.substring(equals + 1)) != null) {
        return Optional.empty();
      }
    }
    Optional<State> state = RecordFields.state(words[1]);
    return state.isEmpty() || !isWhole(values)
        ? Optional.empty()
        : record(id, group, values, target)
            .map(record -> new DrillMarker(record, state.get(), beat(values), signature(values)));
  }

  /** The number of the format in which another version of this plugin wrote a marker. */
  static Optional<String> otherFormat(String text) {
    Matcher matcher = OTHER_FORMAT.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static boolean isWhole(Map<String, String> values) {
    return BEAT.matcher(values.getOrDefault("beat", "")).matches()
        && BY.matcher(values.getOrDefault("by", " ")).matches()
        && values.containsKey("fingerprint")
        && values.getOrDefault("key", KEYLESS).equals(KEYLESS);
  }

  private static long beat(Map<String, String> values) {
    return Long.parseLong(values.getOrDefault("beat", "0"));
  }

  private static String signature(Map<String, String> values) {
    String signature = values.getOrDefault("mac", "");
    return SIGNATURE.matcher(signature).matches() ? signature : "";
  }

  private static Optional<DrillRecord> record(
      String id, ResourceKey group, Map<String, String> values, String target) {
    Optional<DisconnectMethod> method = RecordFields.method(values.getOrDefault("lever", ""));
    Optional<ResourceKey> key =
        method.flatMap(l -> RecordFields.key(RecordFields.targetType(l), target));
    Optional<Instant> at = RecordFields.instant(values.getOrDefault("at", ""));
    if (key.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DrillRecord(
            id,
            method.get(),
            group,
            key.get(),
            RecordFields.fingerprint(values.getOrDefault("fingerprint", "")),
            values.getOrDefault("by", ""),
            at.get(),
            values.containsKey("key")));
  }
}
