package io.github.hybridnet.console;

import io.github.hybridnet.plan.Blackout;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Difference;
import io.github.hybridnet.plan.Outage;
import io.github.hybridnet.plan.Outages;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Remade;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan as a list: what is created, what is changed and in what, what is removed and why, what
 * stays, and what does not work meanwhile.
 */
public final class PlanText {
  private static final String DETAIL = "      ";

  private final Plan plan;
  private final Map<String, Removal> removals;
  private final List<String> lines = new ArrayList<>();

  private PlanText(Plan plan) {
    this.plan = plan;
    this.removals =
        plan.removals().stream()
            .collect(Collectors.toMap(r -> r.key().comparableId(), Function.identity()));
  }

  /** The lines of a plan. */
  public static List<String> lines(Plan plan) {
    PlanText text = new PlanText(plan);
    text.lines.add("Plan: " + summary(plan));
    if (plan.changes().stream().anyMatch(c -> !c.differences().isEmpty())) {
      text.lines.add("  (what differs: found -> declared)");
    }
    plan.deletions().forEach(text::deletion);
    plan.changes().forEach(text::change);
    text.effects();
    text.outages();
    return List.copyOf(text.lines);
  }

  /** {@code 1 to create, 0 to update, 0 to replace, 0 to delete, 8 unchanged}. */
  public static String summary(Plan plan) {
    return count(plan, Change.Action.CREATE, "to create")
        + ", "
        + count(plan, Change.Action.UPDATE, "to update")
        + ", "
        + count(plan, Change.Action.REPLACE, "to replace")
        + ", "
        + plan.deletions().size()
        + " to delete, "
        + count(plan, Change.Action.UNCHANGED, "unchanged");
  }

  private static String count(Plan plan, Change.Action action, String words) {
    return plan.with(action).size() + " " + words;
  }

  private void deletion(Removal removal) {
    lines.add("  - " + removal.key());
    lines.add(DETAIL + "deleted: " + removal.reason());
  }

  private void change(Change change) {
    lines.add("  " + symbol(change.action()) + " " + change.key());
    if (change.action() == Change.Action.REPLACE) {
      lines.add(DETAIL + reason(change));
    }
    if (change.key().type() == ResourceType.PUBLIC_IP && change.isMade()) {
      lines.add(DETAIL + "availability zones: " + zones(change));
    }
    comparison(change).forEach(line -> lines.add(DETAIL + line));
    List<String> lost = removals.containsKey(id(change)) ? Remade.lost(change) : List.of();
    if (!lost.isEmpty()) {
      lines.add(DETAIL + "lost, because not declared: " + String.join(", ", lost));
    }
  }

  private static String zones(Change change) {
    return change.desired().body().get("zones") instanceof List<?> zones && !zones.isEmpty()
        ? zones.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "none";
  }

  private String reason(Change change) {
    Removal removal = removals.get(id(change));
    return removal == null
        ? "cannot be changed where it stands, and is never removed to be made anew"
        : "removed and made anew: " + removal.reason();
  }

  private static String id(Change change) {
    return change.key().comparableId();
  }

  /** What differs and what could not be compared, with the paths as people read them. */
  static List<String> comparison(Change change) {
    List<String> lines = new ArrayList<>();
    for (Difference each : change.differences()) {
      lines.add(ReadablePath.of(change, each.path()) + ": " + each.values());
    }
    for (String path : change.uncompared()) {
      lines.add(ReadablePath.of(change, path) + ": could not be compared");
    }
    return lines;
  }

  private void effects() {
    if (!plan.effects().isEmpty()) {
      lines.add("Effects on resources that are not declared:");
      plan.effects().forEach(effect -> lines.add("  " + effect.key() + ": " + effect.text()));
    }
  }

  private void outages() {
    List<Outage> outages = Outages.of(plan);
    if (!outages.isEmpty()) {
      lines.add("Meanwhile:");
      outages.forEach(o -> lines.add("  " + o.text()));
    }
    if (Blackout.of(plan).isPresent()) {
      lines.add("The outage needs -Dhybridnet.allowOutage");
    }
    List<String> words = plan.words();
    if (!words.isEmpty()) {
      lines.add("The removals need -Dhybridnet.allowReplace=" + String.join(",", words));
    }
  }

  private static String symbol(Change.Action action) {
    return switch (action) {
      case CREATE -> "+";
      case UPDATE -> "~";
      case REPLACE -> "!";
      case UNCHANGED -> "=";
    };
  }
}
