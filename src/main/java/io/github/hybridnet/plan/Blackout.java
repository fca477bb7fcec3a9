package io.github.hybridnet.plan;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether anything carries traffic to the on-premises network while a plan is carried out. Only
 * what is known to carry counts.
 */
public final class Blackout {
  private final Plan plan;

  private Blackout(Plan plan) {
    this.plan = plan;
  }

  /** What is to be said of it, empty where something carries the traffic all the time. */
  public static Optional<String> of(Plan plan) {
    return new Blackout(plan).text();
  }

  /** Whether a plan interrupts a way at all, so that it matters what carries traffic now. */
  public static boolean matters(Plan plan) {
    Blackout blackout = new Blackout(plan);
    return !blackout.removed().isEmpty() || !blackout.changed().isEmpty();
  }

  /**
   * Whether create-circuit, which does not know what else carries traffic, asks before it carries
   * out its part of a plan.
   */
  public static boolean ofCircuit(Plan plan) {
    return new Blackout(plan).changed().contains(Way.EXPRESS_ROUTE);
  }

  /** Whether deploy-network asks before it carries out its part of a plan. */
  public static boolean ofNetwork(Plan plan) {
    List<Change> network =
        plan.changes().stream().filter(c -> c.key().type() != ResourceType.PEERING).toList();
    return of(new Plan(network, plan.removals(), plan.effects(), plan.paths())).isPresent();
  }

  private Optional<String> text() {
    EnumSet<Way> interrupted = EnumSet.noneOf(Way.class);
    interrupted.addAll(removed());
    // A change in place does no harm to a way that is down already.
    changed().stream()
        .filter(way -> plan.paths().of(way) != Carriage.DOWN)
        .forEach(interrupted::add);
    Set<Way> left = EnumSet.complementOf(interrupted);
    if (interrupted.isEmpty() || left.stream().anyMatch(w -> is(w, Carriage.CARRIES))) {
      return Optional.empty();
    }
    boolean now =
        Stream.of(Way.values()).anyMatch(w -> is(w, Carriage.CARRIES) || is(w, Carriage.UNKNOWN));
    boolean perhaps = left.stream().anyMatch(w -> is(w, Carriage.UNKNOWN));
    return Optional.of(
        !now
            ? "Nothing carries traffic between the virtual network and the on-premises network now,"
                + " and nothing will during this change."
            : perhaps
                ? "It is not known whether anything carries traffic between the virtual network and"
                    + " the on-premises network during this change."
                : "Nothing carries traffic between the virtual network and the on-premises network"
                    + " during this change.");
  }

  private boolean is(Way way, Carriage carriage) {
    return plan.paths().of(way) == carriage;
  }

  private Set<Way> removed() {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    for (Way way : Way.values()) {
      if (new WayOutage(plan, way).isDown()) {
        ways.add(way);
      }
    }
    return ways;
  }

  private Set<Way> changed() {
    Set<Way> ways = EnumSet.noneOf(Way.class);
    plan.with(Change.Action.UPDATE).stream()
        .filter(c -> !InPlaceOutages.of(c, plan).isEmpty())
        .map(c -> c.key().type() == ResourceType.PEERING ? Way.EXPRESS_ROUTE : Way.VPN)
        .forEach(ways::add);
    return ways;
  }
}
