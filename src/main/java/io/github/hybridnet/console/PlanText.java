package io.github.hybridnet.console;

import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** A plan as a list: what is created, what is changed and in what, what stays. */
public final class PlanText {
  private PlanText() {}

  /** The lines of a plan. */
  public static List<String> lines(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Plan: "
            + count(plan, Change.Action.CREATE, "to create")
            + ", "
            + count(plan, Change.Action.UPDATE, "to update")
            + ", "
            + count(plan, Change.Action.REPLACE, "to replace")
            + ", "
            + count(plan, Change.Action.UNCHANGED, "unchanged"));
    for (Change change : plan.changes()) {
      lines.add("  " + symbol(change.action()) + " " + change.key());
      change.differences().forEach(d -> lines.add("      " + d));
    }
    return lines;
  }

  private static String count(Plan plan, Change.Action action, String words) {
    return plan.with(action).size() + " " + words;
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
