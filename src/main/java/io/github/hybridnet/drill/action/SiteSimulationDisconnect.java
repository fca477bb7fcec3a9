package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts Azure's own test of a site failover, and stops it. */
final class SiteSimulationDisconnect implements DisconnectAction {
  private final DisconnectContext context;
  private final ResourceKey gateway;
  private final boolean declared;

  /**
   * The site failover test of a gateway.
   *
   * @param declared whether the declaration is about this gateway: else its circuit is not known
   */
  SiteSimulationDisconnect(DisconnectContext context, boolean declared) {
    this.context = context;
    this.gateway = context.target().expressRoute().gateway();
    this.declared = declared;
  }

  @Override
  public DisconnectMethod method() {
    return DisconnectMethod.SITE_SIMULATION;
  }

  @Override
  public ResourceKey target() {
    return gateway;
  }

  /** Where the circuit meets Microsoft; empty when Azure does not say. */
  private Optional<String> location() {
    return context
        .ports()
        .cloud()
        .read(context.target().circuit().key())
        .map(circuit -> new ActualCircuit(circuit).bought("peeringLocation"))
        .filter(location -> !location.isBlank());
  }

  private String requiredLocation() {
    if (!declared) {
      throw DisconnectContext.requestRefused(
          OwnErrorCode.GATEWAY_NOT_DECLARED,
          "The "
              + gateway.quoted()
              + " is not in the parameter files. Its site failover test can be stopped only with"
              + " the parameter files of the drill");
    }
    return location()
        .orElseThrow(
            () ->
                DisconnectContext.requestRefused(
                    OwnErrorCode.PEERING_LOCATION_UNKNOWN,
                    "Azure reports no peering location of the "
                        + context.target().circuit().key().quoted()));
  }

  @Override
  public List<DrillFinding> refusals() throws InterruptedException {
    Optional<String> location = location();
    if (location.isEmpty()) {
      return List.of(
          DisconnectRefusals.noSiteTest(
              "Azure reports no peering location of the "
                  + context.target().circuit().key().quoted()
                  + ", which a site failover test needs.",
              "set hybridnet.failover.disconnect to peering or connection"));
    }
    if (context.ports().drills().isSiteTestRunning(gateway, location.get())) {
      return List.of(running(location.get()));
    }
    return isOnlySite(location.get()) ? List.of(oneSite(location.get())) : List.of();
  }

  /** Whether all circuits of the gateway are known to meet Microsoft in one place. */
  private boolean isOnlySite(String location) {
    try {
      for (ActualResource connection : context.ports().cloud().connectionsOf(gateway)) {
        String circuit = ResourceBody.of(connection.body()).text("properties", "peer", "id");
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
    return ResourceIdParser.find(circuit)
        .flatMap(key -> context.ports().cloud().read(key))
        .filter(c -> new ActualCircuit(c).bought("peeringLocation").equalsIgnoreCase(location))
        .isPresent();
  }

  /** Source: articles/expressroute/resiliency-validation.md. */
  private DrillFinding oneSite(String location) {
    return DisconnectRefusals.noSiteTest(
        "Azure's site failover test needs ExpressRoute circuits in two peering locations. The "
            + gateway.quoted()
            + " has circuits only in '"
            + location
            + "'.",
        "set hybridnet.failover.disconnect to peering or connection");
  }

  private DrillFinding running(String location) {
    return DisconnectRefusals.noSiteTest(
        "A site failover test of '"
            + location
            + "' is already running on the "
            + gateway.quoted()
            + ".",
        "wait until the test ends, or stop it. If an earlier drill left it running, run"
            + " hybridnet:restore");
  }

  @Override
  public boolean isDeclaredKeyless() {
    return false;
  }

  @Override
  public DisconnectAnnouncement announcement() throws InterruptedException {
    String site = location().map(each -> "'" + each + "'").orElse("the circuit's location");
    List<String> radius = new ArrayList<>();
    radius.addAll(
        new AffectedConnections(context)
            .onGateway("also loses ExpressRoute, if it leads to " + site));
    radius.add(
        "Other networks on the "
            + context.target().circuit().key().quoted()
            + " are not affected.");
    radius.add(
        "Azure's test is meant for networks with two ExpressRoute sites. In its own report, routes"
            + " that only the VPN takes over are not redundant.");
    return new DisconnectAnnouncement(
        "Azure's site failover test of "
            + site
            + " is started on the "
            + gateway.quoted()
            + ", and stopped.",
        radius,
        "Azure withdraws the gateway's routes over this location until the test is stopped. Circuit"
            + " and connection are not written.",
        ManualUndoCommands.stopSiteTest(context.target(), location().orElse("<peering location>")));
  }

  @Override
  public List<String> manualUndoCommands() {
    return ManualUndoCommands.stopSiteTest(context.target(), "<peering location>");
  }

  @Override
  public ResourceDefinition definition() throws InterruptedException {
    return context
        .settled(gateway)
        .map(a -> ResourceDefinition.of(a.body()))
        .orElse(ResourceDefinition.NONE);
  }

  @Override
  public void disconnect(Duration limit) throws InterruptedException {
    String location = requiredLocation();
    AtomicBoolean sent = new AtomicBoolean();
    context.retryWhileBusy(
        gateway,
        limit,
        sent,
        () -> {
          boolean running = context.ports().drills().isSiteTestRunning(gateway, location);
          if (running && sent.get()) {
            return;
          }
          if (running) {
            throw context.refuseDisconnect(running(location));
          }
          sent.set(true);
          context.ports().drills().startSiteTest(gateway, location, CallOptions.within(limit));
        });
  }

  @Override
  public boolean wasRefused() {
    return context.wasRefused().get();
  }

  @Override
  public boolean hasNothingToRestore() throws InterruptedException {
    return context.settled(gateway).isEmpty();
  }

  @Override
  public boolean isDisconnected() throws InterruptedException {
    return context.ports().drills().isSiteTestRunning(gateway, requiredLocation());
  }

  /** What is noted in Azure is that nobody has judged the test; the drill's report does. */
  @Override
  public boolean restore(ResourceDefinition before, Duration limit) throws InterruptedException {
    String location = requiredLocation();
    if (!context.ports().drills().isSiteTestRunning(gateway, location)) {
      return false;
    }
    context.ports().drills().stopSiteTest(gateway, location, false, CallOptions.within(limit));
    return true;
  }
}
