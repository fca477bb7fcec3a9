package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.AssignedValues;
import io.github.hybridnet.plan.Blackout;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Difference;
import io.github.hybridnet.plan.NewGatewaySubnet;
import io.github.hybridnet.plan.Outage;
import io.github.hybridnet.plan.Outages;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Removal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about plans that are not carried out. */
final class PlanProblems {
  private PlanProblems() {}

  static HybridnetException notAllowed(Plan plan) {
    String removals =
        plan.removals().stream().map(r -> line(removal(r, plan))).collect(Collectors.joining());
    String outages =
        Outages.of(plan).stream()
            .map(Outage::text)
            .map(PlanProblems::line)
            .collect(Collectors.joining());
    return HybridnetException.refused(
        "HN4004",
        "This plan removes what stands, and hybridnet.allowReplace does not name all of it."
            + removals
            + outages,
        "where that is acceptable, run the goal again with -Dhybridnet.allowReplace="
            + String.join(",", plan.words())
            + (Blackout.of(plan).isPresent() ? " -Dhybridnet.allowOutage" : "")
            + "; else declare the resources as they stand; nothing was changed");
  }

  private static String removal(Removal removal, Plan plan) {
    return removal.key()
        + (plan.deletions().contains(removal) ? " is deleted: " : " is removed and made anew: ")
        + removal.reason()
        + plan.changes().stream()
            .filter(c -> c.key().comparableId().equals(removal.key().comparableId()))
            .filter(c -> !c.differences().isEmpty())
            .map(c -> " (" + differences(c.differences()) + ")")
            .collect(Collectors.joining());
  }

  static HybridnetException irreplaceable(List<Change> changes) {
    String what =
        changes.stream()
            .map(c -> "the " + c.key() + " (" + differences(c.differences()) + ")")
            .collect(Collectors.joining("; "));
    return HybridnetException.refused(
        "HN4020",
        "Azure cannot change these where they stand, and they are never removed to be made anew: "
            + what
            + ".",
        "declare them as they stand, or remove them yourself and run the goal again"
            + "; nothing was changed");
  }

  static HybridnetException outage(String blackout, Plan plan) {
    String words = String.join(",", plan.words());
    return HybridnetException.refused(
        "HN4081",
        blackout
            + Outages.of(plan).stream()
                .map(Outage::text)
                .filter(text -> !text.equals(blackout))
                .map(PlanProblems::line)
                .collect(Collectors.joining()),
        "where that is acceptable, run the goal again with "
            + (words.isEmpty() ? "" : "-Dhybridnet.allowReplace=" + words + " ")
            + "-Dhybridnet.allowOutage; else bring the other path up first. Nothing was changed");
  }

  static HybridnetException contradictory(List<String> contradictions) {
    return HybridnetException.refused(
        "HN4080",
        "Azure would refuse what is declared, because of what stands beside it."
            + contradictions.stream().map(PlanProblems::line).collect(Collectors.joining()),
        "see each line; nothing was changed");
  }

  static HybridnetException taken(NewGatewaySubnet.Taken taken) {
    return HybridnetException.refused(
        "HN4022",
        "The GatewaySubnet cannot become "
            + taken.declared()
            + ": the subnet "
            + taken.subnet()
            + " ("
            + taken.prefix()
            + ") of the "
            + taken.network()
            + ", which is not declared, has addresses of it.",
        "declare a prefix that is free; nothing was changed");
  }

  static HybridnetException assigned(List<AssignedValues.Unmet> unmet) {
    return HybridnetException.refused(
        "HN4087",
        "Azure assigns the BGP address of a gateway, and it cannot be chosen."
            + unmet.stream().map(each -> line(assigned(each))).collect(Collectors.joining()),
        "remove bgpPeeringAddress from the gateway's file, or declare the address that stands."
            + " hybridnet:status and outputs.json show it. Nothing was changed");
  }

  private static String assigned(AssignedValues.Unmet unmet) {
    Difference difference = unmet.difference();
    return unmet.key()
        + (unmet.exists() ? " has " + difference.found() : " does not exist yet")
        + "; declared is "
        + difference.declared();
  }

  private static String differences(List<Difference> differences) {
    return differences.stream().map(Difference::toString).collect(Collectors.joining(", "));
  }

  static HybridnetException changes(Plan plan, Path file) {
    return HybridnetException.refused(
        "HN4021",
        "The network is not as declared: " + PlanText.summary(plan) + ".",
        "see the plan above or in "
            + file
            + "; run hybridnet:deploy-network, or declare what stands. hybridnet.failOnChanges"
            + " makes this a failure");
  }

  private static String line(String text) {
    return System.lineSeparator() + "  " + text;
  }
}
