package io.github.hybridnet.console;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.outage.ExpectedOutage;
import io.github.hybridnet.plan.outage.OutageForecast;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan as a list: what is created, changed, removed and unchanged, why, and the expected outages.
 */
public final class PlanText {
  private static final String DETAIL = "      ";

  private final Plan plan;
  private final Map<String, ResourceRemoval> removals;
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
      text.lines.add("  (differences: actual -> declared)");
    }
    plan.deletions().forEach(text::deletion);
    plan.changes().forEach(text::change);
    text.effects();
    text.outages();
    return List.copyOf(text.lines);
  }

  /** {@code 1 to create, 0 to update, 0 to replace, 0 to delete, 8 unchanged}. */
  public static String summary(Plan plan) {
    return count(plan, ResourceChange.Action.CREATE, "to create")
        + ", "
        + count(plan, ResourceChange.Action.UPDATE, "to update")
        + ", "
        + count(plan, ResourceChange.Action.REPLACE, "to replace")
        + ", "
        + plan.deletions().size()
        + " to delete, "
        + count(plan, ResourceChange.Action.UNCHANGED, "unchanged");
  }

  private static String count(Plan plan, ResourceChange.Action action, String words) {
    return plan.with(action).size() + " " + words;
  }

  private void deletion(ResourceRemoval resourceRemoval) {
    lines.add("  - " + resourceRemoval.key());
    lines.add(DETAIL + "deleted: " + resourceRemoval.reason());
  }

  private void change(ResourceChange resourceChange) {
    lines.add("  " + symbol(resourceChange.action()) + " " + resourceChange.key());
    if (resourceChange.action() == ResourceChange.Action.REPLACE) {
      lines.add(DETAIL + reason(resourceChange));
    }
    if (resourceChange.key().type() == ResourceType.PUBLIC_IP && resourceChange.isMade()) {
      lines.add(DETAIL + "availability zones: " + zones(resourceChange));
    }
    comparison(resourceChange).forEach(line -> lines.add(DETAIL + line));
    List<String> lost =
        removals.containsKey(id(resourceChange)) ? ReplacementBody.lost(resourceChange) : List.of();
    if (!lost.isEmpty()) {
      lines.add(DETAIL + "lost, because not in the parameter files: " + String.join(", ", lost));
    }
  }

  private static String zones(ResourceChange resourceChange) {
    return resourceChange.declared().body().get("zones") instanceof List<?> zones
            && !zones.isEmpty()
        ? zones.stream().map(String::valueOf).collect(Collectors.joining(", "))
        : "none";
  }

  private String reason(ResourceChange resourceChange) {
    ResourceRemoval resourceRemoval = removals.get(id(resourceChange));
    return resourceRemoval == null
        ? "Azure cannot change this resource in place, and this plugin never replaces it"
        : "replaced: " + resourceRemoval.reason();
  }

  private static String id(ResourceChange resourceChange) {
    return resourceChange.key().comparableId();
  }

  /** What differs and what could not be compared, with the paths as people read them. */
  static List<String> comparison(ResourceChange resourceChange) {
    List<String> lines = new ArrayList<>();
    for (PropertyDifference each : resourceChange.differences()) {
      lines.add(PropertyPathText.of(resourceChange, each.path()) + ": " + each.values());
    }
    for (String path : resourceChange.uncompared()) {
      lines.add(PropertyPathText.of(resourceChange, path) + ": could not be compared");
    }
    return lines;
  }

  private void effects() {
    if (!plan.sideEffects().isEmpty()) {
      lines.add("Effects on resources that are not in the parameter files:");
      plan.sideEffects()
          .forEach(sideEffect -> lines.add("  " + sideEffect.key() + ": " + sideEffect.text()));
    }
  }

  private void outages() {
    List<ExpectedOutage> outages = OutageForecast.of(plan);
    if (!outages.isEmpty()) {
      lines.add("Expected outages:");
      outages.forEach(o -> lines.add("  " + o.text()));
    }
    if (TotalOutage.of(plan).isPresent()) {
      lines.add("The outage must be allowed with -Dhybridnet.allowOutage");
    }
    List<String> words = plan.replaceNames();
    if (!words.isEmpty()) {
      lines.add(
          "The removals must be allowed with -Dhybridnet.allowReplace=" + String.join(",", words));
    }
  }

  private static String symbol(ResourceChange.Action action) {
    return switch (action) {
      case CREATE -> "+";
      case UPDATE -> "~";
      case REPLACE -> "!";
      case UNCHANGED -> "=";
    };
  }
}
