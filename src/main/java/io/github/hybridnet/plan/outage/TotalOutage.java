package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ConnectivityPath;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PathState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether anything carries traffic to the on-premises network while a plan is carried out. Only
 * what is known to carry counts.
 */
public final class TotalOutage {
  private final Plan plan;

  private TotalOutage(Plan plan) {
    this.plan = plan;
  }

  /** What is to be said of it, empty where something carries the traffic all the time. */
  public static Optional<String> of(Plan plan) {
    return new TotalOutage(plan).text();
  }

  /** Whether a plan interrupts a way at all, so that it matters what carries traffic now. */
  public static boolean matters(Plan plan) {
    TotalOutage totalOutage = new TotalOutage(plan);
    return !totalOutage.removed().isEmpty() || !totalOutage.changed().isEmpty();
  }

  /**
   * Whether create-circuit, which does not know what else carries traffic, asks before it carries
   * out its part of a plan.
   */
  public static boolean ofCircuit(Plan plan) {
    return new TotalOutage(plan).changed().contains(ConnectivityPath.EXPRESS_ROUTE);
  }

  /** Whether deploy-network asks before it carries out its part of a plan. */
  public static boolean ofNetwork(Plan plan) {
    List<ResourceChange> network =
        plan.changes().stream().filter(c -> c.key().type() != ResourceType.PEERING).toList();
    return of(new Plan(network, plan.removals(), plan.sideEffects(), plan.paths())).isPresent();
  }

  private Optional<String> text() {
    EnumSet<ConnectivityPath> interrupted = EnumSet.noneOf(ConnectivityPath.class);
    interrupted.addAll(removed());
    // A change in place does no harm to a way that is down already.
    changed().stream()
        .filter(connectivityPath -> plan.paths().of(connectivityPath) != PathState.DOWN)
        .forEach(interrupted::add);
    Set<ConnectivityPath> left = EnumSet.complementOf(interrupted);
    if (interrupted.isEmpty() || left.stream().anyMatch(w -> is(w, PathState.CARRIES))) {
      return Optional.empty();
    }
    boolean now =
        Stream.of(ConnectivityPath.values())
            .anyMatch(w -> is(w, PathState.CARRIES) || is(w, PathState.UNKNOWN));
    boolean perhaps = left.stream().anyMatch(w -> is(w, PathState.UNKNOWN));
    return Optional.of(
        !now
            ? "No traffic passes between the virtual network and the on-premises network now, and"
                + " none will during this change: neither ExpressRoute nor the VPN carries it."
            : perhaps
                ? "This change may interrupt all traffic between the virtual network and the"
                    + " on-premises network. Whether ExpressRoute or the VPN would carry it is not"
                    + " known."
                : "This change interrupts all traffic between the virtual network and the"
                    + " on-premises network: meanwhile neither ExpressRoute nor the VPN carries"
                    + " it.");
  }

  private boolean is(ConnectivityPath connectivityPath, PathState pathState) {
    return plan.paths().of(connectivityPath) == pathState;
  }

  private Set<ConnectivityPath> removed() {
    Set<ConnectivityPath> ways = EnumSet.noneOf(ConnectivityPath.class);
    for (ConnectivityPath connectivityPath : ConnectivityPath.values()) {
      if (new PathOutage(plan, connectivityPath).isDown()) {
        ways.add(connectivityPath);
      }
    }
    return ways;
  }

  private Set<ConnectivityPath> changed() {
    Set<ConnectivityPath> ways = EnumSet.noneOf(ConnectivityPath.class);
    plan.with(ResourceChange.Action.UPDATE).stream()
        .filter(c -> !InPlaceOutages.of(c, plan).isEmpty())
        .map(
            c ->
                c.key().type() == ResourceType.PEERING
                    ? ConnectivityPath.EXPRESS_ROUTE
                    : ConnectivityPath.VPN)
        .forEach(ways::add);
    return ways;
  }
}
