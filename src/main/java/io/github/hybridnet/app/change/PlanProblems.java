package io.github.hybridnet.app.change;

import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.diff.AssignedValues;
import io.github.hybridnet.plan.outage.ExpectedOutage;
import io.github.hybridnet.plan.outage.OutageForecast;
import io.github.hybridnet.plan.outage.TotalOutage;
import io.github.hybridnet.plan.replace.GatewaySubnetConflict;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about plans that are not carried out. */
public final class PlanProblems {
  private PlanProblems() {}

  static UserException notAllowed(Plan plan) {
    String removals =
        plan.removals().stream().map(r -> line(removal(r, plan))).collect(Collectors.joining());
    String outages =
        OutageForecast.of(plan).stream()
            .map(ExpectedOutage::text)
            .map(PlanProblems::line)
            .collect(Collectors.joining());
    return UserException.refused(
        "HN4004",
        "This plan removes what stands, and hybridnet.allowReplace does not name all of it."
            + removals
            + outages,
        "where that is acceptable, run the goal again with -Dhybridnet.allowReplace="
            + String.join(",", plan.words())
            + (TotalOutage.of(plan).isPresent() ? " -Dhybridnet.allowOutage" : "")
            + "; else declare the resources as they stand; nothing was changed");
  }

  private static String removal(ResourceRemoval resourceRemoval, Plan plan) {
    return resourceRemoval.key()
        + (plan.deletions().contains(resourceRemoval)
            ? " is deleted: "
            : " is removed and made anew: ")
        + resourceRemoval.reason()
        + plan.changes().stream()
            .filter(c -> c.key().comparableId().equals(resourceRemoval.key().comparableId()))
            .filter(c -> !c.differences().isEmpty())
            .map(c -> " (" + differences(c.differences()) + ")")
            .collect(Collectors.joining());
  }

  static UserException irreplaceable(List<ResourceChange> changes) {
    String what =
        changes.stream()
            .map(c -> "the " + c.key() + " (" + differences(c.differences()) + ")")
            .collect(Collectors.joining("; "));
    return UserException.refused(
        "HN4020",
        "Azure cannot change these where they stand, and they are never removed to be made anew: "
            + what
            + ".",
        "declare them as they stand, or remove them yourself and run the goal again"
            + "; nothing was changed");
  }

  static UserException outage(String blackout, Plan plan) {
    String words = String.join(",", plan.words());
    return UserException.refused(
        "HN4081",
        blackout
            + OutageForecast.of(plan).stream()
                .map(ExpectedOutage::text)
                .filter(text -> !text.equals(blackout))
                .map(PlanProblems::line)
                .collect(Collectors.joining()),
        "where that is acceptable, run the goal again with "
            + (words.isEmpty() ? "" : "-Dhybridnet.allowReplace=" + words + " ")
            + "-Dhybridnet.allowOutage; else bring the other path up first. Nothing was changed");
  }

  static UserException contradictory(List<String> contradictions) {
    return UserException.refused(
        "HN4080",
        "Azure would refuse what is declared, because of what stands beside it."
            + contradictions.stream().map(PlanProblems::line).collect(Collectors.joining()),
        "see each line; nothing was changed");
  }

  static UserException taken(GatewaySubnetConflict.TakenPrefix takenPrefix) {
    return UserException.refused(
        "HN4022",
        "The GatewaySubnet cannot become "
            + takenPrefix.declared()
            + ": the subnet "
            + takenPrefix.subnet()
            + " ("
            + takenPrefix.prefix()
            + ") of the "
            + takenPrefix.network()
            + ", which is not declared, has addresses of it.",
        "declare a prefix that is free; nothing was changed");
  }

  static UserException assigned(List<AssignedValues.UnmetValue> unmet) {
    return UserException.refused(
        "HN4087",
        "Azure assigns the BGP address of a gateway, and it cannot be chosen."
            + unmet.stream().map(each -> line(assigned(each))).collect(Collectors.joining()),
        "remove bgpPeeringAddress from the gateway's file, or declare the address that stands."
            + " hybridnet:status and outputs.json show it. Nothing was changed");
  }

  private static String assigned(AssignedValues.UnmetValue unmetValue) {
    PropertyDifference propertyDifference = unmetValue.difference();
    return unmetValue.key()
        + (unmetValue.exists() ? " has " + propertyDifference.found() : " does not exist yet")
        + "; declared is "
        + propertyDifference.declared();
  }

  private static String differences(List<PropertyDifference> differences) {
    return differences.stream().map(PropertyDifference::toString).collect(Collectors.joining(", "));
  }

  public static UserException changes(Plan plan, Path file) {
    return UserException.refused(
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
