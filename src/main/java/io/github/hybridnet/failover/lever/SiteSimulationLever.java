package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillResult.Announcement;
import io.github.hybridnet.failover.LeverKind;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.CircuitFacts;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts Azure's own test of a site failover, and stops it. */
final class SiteSimulationLever implements Lever {
  private final Work work;
  private final ResourceKey gateway;
  private final boolean declared;

  /**
   * The lever of a gateway.
   *
   * @param declared whether the declaration is about this gateway: else its circuit is not known
   */
  SiteSimulationLever(Work work, boolean declared) {
    this.work = work;
    this.gateway = work.target().expressRoute().gateway();
    this.declared = declared;
  }

  @Override
  public LeverKind kind() {
    return LeverKind.SITE_SIMULATION;
  }

  @Override
  public ResourceKey target() {
    return gateway;
  }

  /** Where the circuit meets Microsoft; empty when Azure does not say. */
  private Optional<String> location() {
    return work.ports()
        .cloud()
        .read(work.target().circuit().key())
        .map(circuit -> new CircuitFacts(circuit).bought("peeringLocation"))
        .filter(location -> !location.isBlank());
  }

  private String requiredLocation() {
    if (!declared) {
      throw Work.refused(
          "GatewayNotDeclared",
          "The "
              + gateway
              + " is not declared here: its test can be stopped only with the parameter files that"
              + " the drill was run with");
    }
    return location()
        .orElseThrow(
            () ->
                Work.refused(
                    "PeeringLocationUnknown",
                    "The " + work.target().circuit().key() + " says no peering location"));
  }

  @Override
  public List<Finding> refusals() throws InterruptedException {
    Optional<String> location = location();
    if (location.isEmpty()) {
      return List.of(
          Refusals.noSiteTest(
              "The "
                  + work.target().circuit().key()
                  + " says no peering location, which the test of a site failover needs.",
              "set hybridnet.failover.disconnect to peering or connection"));
    }
    if (work.ports().drills().isSiteTestRunning(gateway, location.get())) {
      return List.of(running(location.get()));
    }
    return isOnlySite(location.get()) ? List.of(oneSite(location.get())) : List.of();
  }

  /** Whether all circuits of the gateway are known to meet Microsoft in one place. */
  private boolean isOnlySite(String location) {
    try {
      for (ActualResource connection : work.ports().cloud().connectionsOf(gateway)) {
        String circuit = Members.text(connection.body(), "properties", "peer", "id");
        if (!circuit.isEmpty() && !isAt(circuit, location)) {
          return false;
        }
      }
      return true;
    } catch (CloudException unread) {
      return false;
    }
  }

  private boolean isAt(String circuit, String location) {
    return ResourceKeys.find(circuit)
        .flatMap(key -> work.ports().cloud().read(key))
        .filter(c -> new CircuitFacts(c).bought("peeringLocation").equalsIgnoreCase(location))
        .isPresent();
  }

  /** Source: articles/expressroute/resiliency-validation.md. */
  private Finding oneSite(String location) {
    return Refusals.noSiteTest(
        "Azure's test of a site failover needs ExpressRoute circuits in two peering locations, and"
            + " the "
            + gateway
            + " has circuits in "
            + location
            + " only.",
        "set hybridnet.failover.disconnect to peering or connection");
  }

  private Finding running(String location) {
    return Refusals.noSiteTest(
        "A test of a site failover of " + location + " is running already at the " + gateway + ".",
        "wait for its end or stop it; if an earlier drill left it so, run hybridnet:restore");
  }

  @Override
  public boolean needsNoKey() {
    return false;
  }

  @Override
  public Announcement announcement() throws InterruptedException {
    String site = location().orElse("the circuit's site");
    List<String> radius = new ArrayList<>();
    radius.addAll(
        new Neighbours(work).onGateway("loses ExpressRoute, too, where it leads to " + site));
    radius.add("Other networks on the " + work.target().circuit().key() + " are not touched.");
    radius.add(
        "Azure's test is made for networks with two ExpressRoute sites: routes that only the VPN"
            + " takes over are called not redundant in its own report.");
    return new Announcement(
        "Azure's test of a site failover of "
            + site
            + " is started at the "
            + gateway
            + ", and stopped.",
        radius,
        "Azure withdraws the gateway's routes over this site until the test is stopped; nothing is"
            + " written to circuit or connection.",
        ByHand.stopSiteTest(work.target(), location().orElse("<peering location>")));
  }

  @Override
  public List<String> undoByHand() {
    return ByHand.stopSiteTest(work.target(), "<peering location>");
  }

  @Override
  public Definition definition() throws InterruptedException {
    return work.settled(gateway).map(a -> Definition.of(a.body())).orElse(Definition.NONE);
  }

  @Override
  public void pull(Call call) throws InterruptedException {
    String location = requiredLocation();
    AtomicBoolean sent = new AtomicBoolean();
    work.patiently(
        () -> {
          boolean running = work.ports().drills().isSiteTestRunning(gateway, location);
          if (running && sent.get()) {
            return;
          }
          if (running) {
            throw work.refuse(running(location));
          }
          sent.set(true);
          work.ports().drills().startSiteTest(gateway, location, call);
        });
  }

  @Override
  public boolean wasRefused() {
    return work.wasRefused().get();
  }

  @Override
  public boolean isMoot() throws InterruptedException {
    return work.settled(gateway).isEmpty();
  }

  @Override
  public boolean isPulled() throws InterruptedException {
    return work.ports().drills().isSiteTestRunning(gateway, requiredLocation());
  }

  /** What is noted in Azure is that nobody has judged the test; the drill's report does. */
  @Override
  public boolean undo(Call call) throws InterruptedException {
    String location = requiredLocation();
    if (!work.ports().drills().isSiteTestRunning(gateway, location)) {
      return false;
    }
    work.ports().drills().stopSiteTest(gateway, location, false, call);
    return true;
  }
}
