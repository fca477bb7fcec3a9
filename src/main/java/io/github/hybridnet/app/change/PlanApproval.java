package io.github.hybridnet.app.change;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the user allows: removals by name in upper or lower case ({@code hybridnet.allowReplace}),
 * an outage ({@code hybridnet.allowOutage}), and writes of peerings without an MD5 key ({@code
 * hybridnet.circuit.noPeeringKey}).
 *
 * @param names the names of resources that may be removed
 * @param outage whether nothing need carry traffic during the change
 * @param noPeeringKeys whether peerings without a declared key have none
 */
public record PlanApproval(List<String> names, boolean outage, boolean noPeeringKeys) {
  /** Allows no replacement, no removal and no outage. */
  static final PlanApproval NONE = new PlanApproval(List.of(), false, false);

  /** Parses a comma-separated list of names. */
  public static PlanApproval parse(String list, boolean outage) {
    return new PlanApproval(
        Arrays.stream(list.split(",")).map(String::strip).filter(n -> !n.isEmpty()).toList(),
        outage,
        false);
  }

  /** What can be allowed for a circuit, which is never replaced. */
  public static PlanApproval ofCircuit(boolean noPeeringKeys, boolean outage) {
    return new PlanApproval(List.of(), outage, noPeeringKeys);
  }

  /** What the plan shows as allowed already. */
  PlanText.GivenPermission given() {
    return new PlanText.GivenPermission(Set.copyOf(names), outage);
  }

  /**
   * Fails if a plan does anything that the user did not allow; warns of names that it does not
   * need.
   *
   * @throws io.github.hybridnet.text.UserException HN4004, HN4020, HN4022, HN4040, HN4080, HN4081,
   *     HN4085, HN4086 or HN4087
   */
  void require(Plan plan, LineWriter out) {
    List<String> accepted = plan.acceptedReplaceNames();
    for (String name : names) {
      if (accepted.stream().noneMatch(name::equalsIgnoreCase)) {
        out.warn(unneeded(name, accepted));
      }
    }
    List<UserException> refusals = PlanRefusals.of(plan, noPeeringKeys);
    if (!refusals.isEmpty()) {
      refusals.stream().skip(1).forEach(r -> out.error(String.valueOf(r.getMessage())));
      throw refusals.get(0);
    }
    if (!plan.notAllowed(Set.copyOf(names)).isEmpty()) {
      throw PlanProblems.notAllowed(plan);
    }
    Optional<String> blackout = TotalOutage.of(plan);
    if (blackout.isPresent() && !outage) {
      throw PlanProblems.outage(blackout.get(), plan);
    }
  }

  private static String unneeded(String name, List<String> needed) {
    String nearest = SpellingSuggestion.to(name, needed);
    return "hybridnet.allowReplace contains '"
        + name
        + "', which this plan does not need"
        + (nearest == null
            ? ". Remove the name, so that a later run does not replace that resource unexpectedly."
            : "; did you mean '" + nearest + "'?");
  }
}
