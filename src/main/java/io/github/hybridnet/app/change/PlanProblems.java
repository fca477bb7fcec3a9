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
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the goals say about a plan that is not carried out. */
public final class PlanProblems {
  private PlanProblems() {}

  static UserException notAllowed(Plan plan) {
    String removals =
        ListText.indentedLines(plan.removals().stream().map(r -> removal(r, plan)).toList());
    String outages =
        ListText.indentedLines(OutageForecast.of(plan).stream().map(ExpectedOutage::text).toList());
    return UserException.refused(
        "HN4004",
        "This plan removes existing resources that hybridnet.allowReplace does not list."
            + removals
            + outages,
        "run the goal again with -Dhybridnet.allowReplace="
            + String.join(",", plan.replaceNames())
            + (TotalOutage.of(plan).isPresent() ? " -Dhybridnet.allowOutage" : "")
            + " if that is acceptable. Otherwise write the actual values of the resources in the"
            + " parameter files. Nothing was changed");
  }

  private static String removal(ResourceRemoval resourceRemoval, Plan plan) {
    return resourceRemoval.key()
        + (plan.deletions().contains(resourceRemoval)
            ? " will be deleted: "
            : " will be replaced: ")
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
            .map(c -> "the " + c.key().quoted() + " (" + differences(c.differences()) + ")")
            .collect(Collectors.joining("; "));
    return UserException.refused(
        "HN4020",
        "Azure cannot change these properties in place, and this plugin never replaces these"
            + " resources: "
            + what
            + ".",
        "write the actual values in the parameter files, or delete the resources yourself and run"
            + " the goal again. Nothing was changed");
  }

  static UserException outage(String blackout, Plan plan) {
    String words = String.join(",", plan.replaceNames());
    return UserException.refused(
        "HN4081",
        blackout
            + ListText.indentedLines(
                OutageForecast.of(plan).stream()
                    .map(ExpectedOutage::text)
                    .filter(text -> !text.equals(blackout))
                    .toList()),
        "run the goal again with "
            + (words.isEmpty() ? "" : "-Dhybridnet.allowReplace=" + words + " ")
            + "-Dhybridnet.allowOutage if that is acceptable. Otherwise bring the other path up"
            + " first. Nothing was changed");
  }

  static UserException contradictory(List<String> contradictions) {
    return UserException.refused(
        "HN4080",
        "Azure would refuse the changes in the parameter files, because of resources that exist."
            + ListText.indentedLines(contradictions),
        "follow the advice in each line above. Nothing was changed");
  }

  static UserException taken(GatewaySubnetConflict.TakenPrefix takenPrefix) {
    return UserException.refused(
        "HN4022",
        "The GatewaySubnet cannot be changed to "
            + takenPrefix.declared()
            + ". That overlaps the subnet '"
            + takenPrefix.subnet()
            + "' ("
            + takenPrefix.prefix()
            + "), which exists in the "
            + takenPrefix.network().quoted()
            + " but not in the parameter files.",
        "choose a prefix that overlaps no other subnet. Nothing was changed");
  }

  static UserException assigned(List<AssignedValues.UnmetValue> unmet) {
    return UserException.refused(
        "HN4087",
        "The BGP address of a gateway is assigned by Azure and cannot be set."
            + ListText.indentedLines(unmet.stream().map(PlanProblems::assigned).toList()),
        "remove bgpPeeringAddress from the gateway's file, or write the actual address there, which"
            + " hybridnet:status and outputs.json show. Nothing was changed");
  }

  private static String assigned(AssignedValues.UnmetValue unmetValue) {
    PropertyDifference propertyDifference = unmetValue.difference();
    return unmetValue.key()
        + (unmetValue.exists()
            ? ": actual '" + propertyDifference.actual() + "'"
            : ": not created yet")
        + ", declared '"
        + propertyDifference.declared()
        + "'";
  }

  private static String differences(List<PropertyDifference> differences) {
    return ListText.commas(differences);
  }

  /** HN4088: nobody knows whether what could not be read is as declared. */
  public static UserException unread(Plan plan) {
    return UserException.refused(
        "HN4088",
        "It is not known whether these resources are as declared, because they could not be read."
            + ListText.indentedLines(
                plan.unread().stream()
                    .map(u -> "the " + u.key().quoted() + ": " + u.failure().inWords())
                    .toList()),
        "give the identity shown above the role Reader on the resource group, and run the goal"
            + " again. Nothing was changed");
  }

  public static UserException changes(Plan plan, Path file) {
    return UserException.refused(
        "HN4021",
        "The network differs from the parameter files: " + PlanText.summary(plan) + ".",
        "see the plan above or in "
            + file
            + ". Run hybridnet:deploy-network, or write the actual values in the parameter files."
            + " The build fails because hybridnet.failOnChanges is set");
  }
}
