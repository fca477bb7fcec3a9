package io.github.hybridnet.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What removals do to one of the two ways to the on-premises network. */
final class WayOutage {
  private final Plan plan;
  private final Way way;
  private final Timeline timeline;
  private final List<Removal> gateways;
  private final List<Removal> connections;

  WayOutage(Plan plan, Way way) {
    this.plan = plan;
    this.way = way;
    this.timeline = new Timeline(plan);
    this.gateways = removals(ResourceType.VIRTUAL_NETWORK_GATEWAY);
    this.connections = removals(ResourceType.CONNECTION);
  }

  /** Whether a connection that stands is removed. */
  boolean isDown() {
    return !connections.isEmpty();
  }

  List<Outage> outages() {
    List<Outage> outages = new ArrayList<>();
    if (isDown() && !remade().isEmpty()) {
      outages.add(interruption());
    }
    for (Removal removal : connections) {
      if (plan.deletions().contains(removal)) {
        String text =
            "The "
                + names(List.of(removal.key()))
                + " is removed and not made again: the parameter files do not declare it.";
        outages.add(new Outage(List.of(removal.key()), text, null));
      }
    }
    return outages;
  }

  private Outage interruption() {
    Duration begin =
        connections.stream().map(timeline::start).min(Duration::compareTo).orElse(Duration.ZERO);
    Duration end =
        remade().stream().map(timeline::end).max(Duration::compareTo).orElse(Duration.ZERO);
    Duration about = end.minus(begin);
    List<ResourceKey> removed = connections.stream().map(Removal::key).toList();
    String text =
        "The "
            + names(removed)
            + (removed.size() == 1 ? " is down from its" : " are down from their")
            + " removal until "
            + back(removed)
            + ": about "
            + RecordedTimes.text(about)
            + " ("
            + parts()
            + "). "
            + meanwhile();
    return new Outage(removed, text, about);
  }

  private String back(List<ResourceKey> removed) {
    List<ResourceKey> made = remade().stream().map(Change::key).toList();
    return made.equals(removed) && made.size() == 1
        ? "it is made again"
        : "the " + names(made) + (made.size() == 1 ? " is made" : " are made");
  }

  private String parts() {
    List<String> parts = new ArrayList<>();
    if (!gateways.isEmpty()) {
      parts.add("removal of the gateway " + RecordedTimes.text(RecordedTimes.REMOVED_GATEWAY));
    }
    plan.changes().stream()
        .filter(c -> isOf(c, ResourceType.VIRTUAL_NETWORK_GATEWAY) && c.isMade())
        .forEach(c -> parts.add("its creation " + RecordedTimes.text(RecordedTimes.ofChange(c))));
    remade().stream()
        .findFirst()
        .ifPresent(
            c -> parts.add("the connection " + RecordedTimes.text(RecordedTimes.ofChange(c))));
    return "recorded: "
        + String.join(", ", parts)
        + (gateways.isEmpty() ? "" : "; Microsoft says 45 minutes or more for a gateway");
  }

  private String meanwhile() {
    WayOutage other = new WayOutage(plan, way.other());
    if (other.isDown()) {
      return "The " + way.other().label() + " connection is down as well.";
    }
    String label = way.other().label();
    return switch (plan.paths().of(way.other())) {
      case NONE -> "No " + label + " connection stands: nothing carries the traffic meanwhile.";
      case DOWN ->
          "The " + label + " connection is down now: nothing carries the traffic meanwhile.";
      case UNKNOWN -> "Azure did not report whether " + label + " carries the traffic meanwhile.";
      case CARRIES ->
          way == Way.VPN
              ? "ExpressRoute carries on meanwhile, with no VPN to fail over to."
              : "The VPN has to carry the traffic meanwhile, with nothing behind it.";
    };
  }

  private List<Change> remade() {
    return plan.changes().stream()
        .filter(c -> isOf(c, ResourceType.CONNECTION) && c.isMade())
        .toList();
  }

  private boolean isOf(Change change, ResourceType type) {
    return change.key().type() == type && Way.of(change.desired().body()) == way;
  }

  private List<Removal> removals(ResourceType type) {
    return plan.removals().stream()
        .filter(r -> r.key().type() == type && Way.of(r.actual().body()) == way)
        .toList();
  }

  private String names(List<ResourceKey> keys) {
    return way.label()
        + (keys.size() == 1 ? " connection " : " connections ")
        + keys.stream().map(ResourceKey::name).collect(Collectors.joining(", "));
  }
}
