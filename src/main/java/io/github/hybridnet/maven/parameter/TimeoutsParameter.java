package io.github.hybridnet.maven.parameter;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.OperationTimeouts;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Time-outs as users write them: {@code virtualNetworkGateway=120m,
 * virtualNetworkGateway.delete=3h}. Kinds are known by the names that this plugin, the messages and
 * Azure have for them.
 */
public final class TimeoutsParameter {
  static final String PROPERTY = KnownParameters.PREFIX + "timeouts";
  private static final Duration LONGEST = Duration.ofDays(365);
  private static final Map<String, ResourceType> KINDS = kinds();

  private final List<String> mistakes = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private OperationTimeouts operationTimeouts = OperationTimeouts.standard();

  private TimeoutsParameter() {}

  /**
   * Reads the time-outs that a user wrote.
   *
   * @param text what the user wrote; null or blank for the usual ones
   * @throws UserException HN1909 with everything that is wrong with it
   */
  public static OperationTimeouts parse(@Nullable String text) {
    TimeoutsParameter parameter = new TimeoutsParameter();
    if (text != null) {
      for (String item : text.split("[,;\\n]")) {
        if (!item.isBlank()) {
          parameter.add(item.strip());
        }
      }
    }
    if (!parameter.mistakes.isEmpty()) {
      throw ParameterProblems.badTimeouts(PROPERTY, parameter.mistakes, known());
    }
    return parameter.operationTimeouts;
  }

  private void add(String item) {
    int sign = item.indexOf('=');
    if (sign < 0) {
      mistakes.add("'" + item + "' must have a kind, = and a duration");
      return;
    }
    String name = item.substring(0, sign).strip();
    String plain = name.toLowerCase(Locale.ROOT);
    boolean delete = plain.endsWith(".delete");
    String kind = delete ? plain.substring(0, plain.length() - ".delete".length()) : plain;
    ResourceType type = KINDS.get(kind);
    Duration limit = duration(name, item.substring(sign + 1).strip());
    if (type == null) {
      mistakes.add(unknown(name, kind));
    } else if (!seen.add(type + (delete ? ".delete" : ""))) {
      mistakes.add("'" + name + "' is set twice");
    } else if (limit != null) {
      operationTimeouts =
          delete
              ? operationTimeouts.withDelete(type, limit)
              : operationTimeouts.withWrite(type, limit);
    }
  }

  private @Nullable Duration duration(String name, String text) {
    try {
      Duration limit = DurationParameter.parse(PROPERTY, text);
      if (limit.compareTo(LONGEST) <= 0) {
        return limit;
      }
      mistakes.add("'" + name + "' must have a duration of at most 365d, not '" + text + "'");
    } catch (UserException e) {
      mistakes.add("'" + name + "' must have a duration above zero, not '" + text + "'");
    }
    return null;
  }

  private static String unknown(String name, String kind) {
    int dot = kind.indexOf('.');
    if (dot > 0 && KINDS.containsKey(kind.substring(0, dot))) {
      return "in '" + name + "' only .delete may follow the kind";
    }
    String nearest = SpellingSuggestion.to(kind, known());
    return "'"
        + name
        + "' names no kind of resource"
        + (nearest == null ? "" : " (did you mean '" + nearest + "'?)");
  }

  /** The names that are shown. */
  private static List<String> known() {
    return Arrays.stream(ResourceType.values()).map(TimeoutsParameter::shown).toList();
  }

  private static String shown(ResourceType type) {
    StringBuilder name = new StringBuilder();
    for (String word : type.name().toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  private static Map<String, ResourceType> kinds() {
    Map<String, ResourceType> kinds = new LinkedHashMap<>();
    for (ResourceType type : ResourceType.values()) {
      String arm = type.armName().substring(type.armName().lastIndexOf('/') + 1);
      String singular = arm.endsWith("s") ? arm.substring(0, arm.length() - 1) : arm;
      for (String name : List.of(shown(type), type.label().replace(" ", ""), arm, singular)) {
        kinds.put(name.toLowerCase(Locale.ROOT), type);
      }
    }
    return kinds;
  }
}
