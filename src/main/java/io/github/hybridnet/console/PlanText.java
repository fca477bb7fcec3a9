package io.github.hybridnet.console;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.UnreadResource;
import io.github.hybridnet.plan.outage.ExpectedOutage;
import io.github.hybridnet.plan.outage.OutageForecast;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.plan.replace.ReplacementBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A plan as a list: what is created, changed, removed and unchanged, why, and the expected outages.
 */
public final class PlanText {
  private static final String DETAIL = "      ";

  private final Plan plan;
  private final Map<String, ResourceRemoval> removals;
  private final GivenPermission given;
  private final List<String> lines = new ArrayList<>();

  /**
   * What the user has allowed already.
   *
   * @param names the names of resources that may be removed
   * @param outage whether all traffic may be interrupted
   */
  public record GivenPermission(Set<String> names, boolean outage) {
    /** Nothing is allowed. */
    static final GivenPermission NONE = new GivenPermission(Set.of(), false);
  }

  private PlanText(Plan plan, GivenPermission given) {
    this.plan = plan;
    this.given = given;
    this.removals =
        plan.removals().stream()
            .collect(Collectors.toMap(r -> r.key().comparableId(), Function.identity()));
  }

  /** The lines of a plan for which nothing is allowed. */
  public static List<String> lines(Plan plan) {
    return lines(plan, GivenPermission.NONE);
  }

  /** The lines of a plan, which say what is allowed and what must be. */
  public static List<String> lines(Plan plan, GivenPermission given) {
    PlanText text = new PlanText(plan, given);
    text.lines.add("Plan: " + text.summary());
    if (plan.changes().stream().anyMatch(c -> !c.differences().isEmpty())) {
      text.lines.add("  (differences: actual -> declared)");
    }
    plan.deletions().forEach(text::deletion);
    plan.changes().forEach(text::change);
    plan.unread().forEach(text::unread);
    text.effects();
    text.outages();
    return List.copyOf(text.lines);
  }

  /**
   * {@code 1 to create, 0 to update, 0 to replace, 0 to delete, 8 unchanged}, and how many changes
   * are not possible and how many resources could not be read, if any.
   */
  public static String summary(Plan plan) {
    return new PlanText(plan, GivenPermission.NONE).summary();
  }

  private String summary() {
    long impossible =
        plan.with(ResourceChange.Action.REPLACE).stream().filter(c -> !isReplaced(c)).count();
    return count(plan.with(ResourceChange.Action.CREATE).size(), "to create, ")
        + count(plan.with(ResourceChange.Action.UPDATE).size(), "to update, ")
        + count(plan.with(ResourceChange.Action.REPLACE).size() - impossible, "to replace, ")
        + count(plan.deletions().size(), "to delete, ")
        + count(plan.with(ResourceChange.Action.UNCHANGED).size(), "unchanged")
        + (impossible == 0 ? "" : ", " + count(impossible, "not possible"))
        + (plan.unread().isEmpty() ? "" : ", " + count(plan.unread().size(), "not known"));
  }

  private boolean isReplaced(ResourceChange resourceChange) {
    return removals.containsKey(id(resourceChange));
  }

  private static String count(long number, String words) {
    return number + " " + words;
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
        isReplaced(resourceChange) ? ReplacementBody.lost(resourceChange) : List.of();
    if (!lost.isEmpty()) {
      lines.add(DETAIL + "lost, because not in the parameter files: " + String.join(", ", lost));
    }
  }

  private void unread(UnreadResource unread) {
    lines.add("  ? " + unread.key());
    lines.add(DETAIL + "could not be read: " + unread.failure().inWords());
    lines.add(DETAIL + "It is not known whether it would be created or changed.");
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
      lines.add(
          "The outage "
              + (given.outage() ? "is allowed" : "must be allowed")
              + " with -Dhybridnet.allowOutage");
    }
    List<String> words = plan.replaceNames();
    if (!words.isEmpty()) {
      lines.add(
          "The removals "
              + (plan.notAllowed(given.names()).isEmpty() ? "are allowed" : "must be allowed")
              + " with -Dhybridnet.allowReplace="
              + String.join(",", words));
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
