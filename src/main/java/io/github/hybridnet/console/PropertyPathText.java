package io.github.hybridnet.console;

import io.github.hybridnet.plan.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Paths of properties, with the names of list elements instead of their numbers. */
final class PropertyPathText {
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:\\[(\\d{1,6})])?\\.?");

  private PropertyPathText() {}

  static String of(ResourceChange resourceChange, String path) {
    Object place = resourceChange.declared().body();
    StringBuilder readable = new StringBuilder(path.length());
    Matcher steps = STEP.matcher(path);
    while (steps.find()) {
      place = member(place, steps.group(1));
      readable.append(readable.isEmpty() ? "" : ".").append(steps.group(1));
      if (steps.group(2) != null) {
        place = element(place, steps.toMatchResult());
        readable.append('[').append(name(place, steps.group(2))).append(']');
      }
    }
    return readable.toString();
  }

  private static @Nullable Object member(@Nullable Object place, String name) {
    return place instanceof Map<?, ?> map ? map.get(name) : null;
  }

  private static @Nullable Object element(@Nullable Object place, MatchResult step) {
    int index = Integer.parseInt(step.group(2));
    return place instanceof List<?> list && index < list.size() ? list.get(index) : null;
  }

  private static String name(@Nullable Object element, String index) {
    Object name = element instanceof Map<?, ?> map ? map.get("name") : null;
    return name == null ? index : name.toString();
  }
}
