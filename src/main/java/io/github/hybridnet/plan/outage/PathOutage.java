package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PlanTimeline;
import io.github.hybridnet.plan.RecordedDurations;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What removals do to one of the two ways to the on-premises network. */
final class PathOutage {
  private final Plan plan;
  private final ConnectivityPath connectivityPath;
  private final PlanTimeline planTimeline;
  private final List<ResourceRemoval> gateways;
  private final List<ResourceRemoval> connections;

  PathOutage(Plan plan, ConnectivityPath connectivityPath) {
    this.plan = plan;
    this.connectivityPath = connectivityPath;
    this.planTimeline = new PlanTimeline(plan);
    this.gateways = removals(ResourceType.VIRTUAL_NETWORK_GATEWAY);
    this.connections = removals(ResourceType.CONNECTION);
  }

  /** Whether an existing connection is removed. */
  boolean isDown() {
    return !connections.isEmpty();
  }

  List<ExpectedOutage> outages() {
    List<ExpectedOutage> outages = new ArrayList<>();
    if (isDown() && !remade().isEmpty()) {
      outages.add(interruption());
    }
    for (ResourceRemoval resourceRemoval : connections) {
      if (plan.deletions().contains(resourceRemoval)) {
        String text =
            "The "
                + names(List.of(resourceRemoval.key()))
                + " is removed and not created again, because it is not in the parameter files.";
        outages.add(new ExpectedOutage(List.of(resourceRemoval.key()), text, null));
      }
    }
    return outages;
  }

  private ExpectedOutage interruption() {
    Duration begin =
        connections.stream()
            .map(planTimeline::start)
            .min(Duration::compareTo)
            .orElse(Duration.ZERO);
    Duration end =
        remade().stream().map(planTimeline::end).max(Duration::compareTo).orElse(Duration.ZERO);
    Duration about = end.minus(begin);
    List<ResourceKey> removed = connections.stream().map(ResourceRemoval::key).toList();
    String text =
        "The "
            + names(removed)
            + (removed.size() == 1 ? " is down from its" : " are down from their")
            + " removal until "
            + back(removed)
            + ": about "
            + DurationText.words(about)
            + " ("
            + parts()
            + "). "
            + meanwhile();
    return new ExpectedOutage(removed, text, about);
  }

  private String back(List<ResourceKey> removed) {
    List<ResourceKey> made = remade().stream().map(ResourceChange::key).toList();
    return made.equals(removed) && made.size() == 1
        ? "it is created again"
        : "the " + names(made) + (made.size() == 1 ? " is made" : " are made");
  }

  private String parts() {
    List<String> parts = new ArrayList<>();
    if (!gateways.isEmpty()) {
      parts.add("removal of the gateway " + DurationText.words(RecordedDurations.REMOVED_GATEWAY));
    }
    plan.changes().stream()
        .filter(c -> isOf(c, ResourceType.VIRTUAL_NETWORK_GATEWAY) && c.isMade())
        .forEach(
            c -> parts.add("its creation " + DurationText.words(RecordedDurations.ofChange(c))));
    remade().stream()
        .findFirst()
        .ifPresent(
            c -> parts.add("the connection " + DurationText.words(RecordedDurations.ofChange(c))));
    return "recorded: "
        + String.join(", ", parts)
        + (gateways.isEmpty() ? "" : "; Microsoft says 45 minutes or more for a gateway");
  }

  private String meanwhile() {
    PathOutage other = new PathOutage(plan, connectivityPath.other());
    if (other.isDown()) {
      return "The " + connectivityPath.other().label() + " connection is down as well.";
    }
    String label = connectivityPath.other().label();
    return switch (plan.paths().of(connectivityPath.other())) {
      case NONE -> "No " + label + " connection exists: nothing carries the traffic meanwhile.";
      case DOWN ->
          "The " + label + " connection is down now: nothing carries the traffic meanwhile.";
      case UNKNOWN -> "Azure did not report whether " + label + " carries the traffic meanwhile.";
      case CARRIES ->
          connectivityPath == ConnectivityPath.VPN
              ? "ExpressRoute carries the traffic meanwhile. There is no VPN to fail over to."
              : "The VPN must carry the traffic meanwhile. There is no ExpressRoute to fall back"
                  + " to.";
    };
  }

  private List<ResourceChange> remade() {
    return plan.changes().stream()
        .filter(c -> isOf(c, ResourceType.CONNECTION) && c.isMade())
        .toList();
  }

  private boolean isOf(ResourceChange resourceChange, ResourceType type) {
    return resourceChange.key().type() == type
        && ConnectivityPath.of(resourceChange.declared().body()) == connectivityPath;
  }

  private List<ResourceRemoval> removals(ResourceType type) {
    return plan.removals().stream()
        .filter(
            r ->
                r.key().type() == type
                    && ConnectivityPath.of(r.actual().body()) == connectivityPath)
        .toList();
  }

  private String names(List<ResourceKey> keys) {
    return connectivityPath.label()
        + (keys.size() == 1 ? " connection " : " connections ")
        + keys.stream().map(ResourceKey::name).collect(Collectors.joining("', '", "'", "'"));
  }
}
