package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillTarget.ConnectedGateway;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Path;
import java.util.function.Function;

/** Whether a connection is up (source: Microsoft.Network/connections, connectionStatus). */
final class ConnectionStateGate extends DrillGate {
  private final Function<DrillTarget, ConnectedGateway> leg;
  private final Function<PathReading, Path> path;
  private final String fix;

  private ConnectionStateGate(
      String id,
      String name,
      String fix,
      Function<DrillTarget, ConnectedGateway> leg,
      Function<PathReading, Path> path) {
    super(
        id,
        GateKind.HEALTH,
        "The "
            + name
            + " connection is 'Succeeded', and is 'Connected' or has BGP sessions that are up.",
        "Microsoft.Network/connections, API 2025-03-01");
    this.fix = fix;
    this.leg = leg;
    this.path = path;
  }

  static ConnectionStateGate expressRoute() {
    return new ConnectionStateGate(
        "express-route-connection",
        "ExpressRoute",
        "check the circuit with the connectivity provider. Without ExpressRoute there is no"
            + " failover to test",
        DrillTarget::expressRoute,
        PathReading::expressRoute);
  }

  static ConnectionStateGate vpn() {
    return new ConnectionStateGate(
        "vpn-connection",
        "VPN",
        "repair the VPN tunnel first (address of the device, shared key, IPsec policy). Otherwise"
            + " it cannot take over",
        DrillTarget::vpn,
        PathReading::vpn);
  }

  @Override
  public GateResult check(GateContext gateContext) {
    String name = "The " + leg.apply(gateContext.target()).connection().key().quoted();
    Path found = path.apply(gateContext.reading());
    return switch (found.connectionState()) {
      case PathReading.ABSENT -> notMet(name + " does not exist.", "run hybridnet:deploy-network");
      case PathReading.UNKNOWN ->
          notMet(
              name + " could not be read, so it is not known whether it is 'Connected'.",
              "give this identity the right to read the connection, or try again");
      default -> judged(name, found);
    };
  }

  private GateResult judged(String name, Path found) {
    String text =
        name
            + " is "
            + PathReading.shown(found.connectionState())
            + " and "
            + PathReading.shown(found.connectionStatus());
    if (found.isSucceeded() && found.isConnected()) {
      return met(text + ".");
    }
    return found.isSucceeded() && found.isSilent()
        ? judgedBySessions(
            name + " is 'Succeeded', and Azure does not report whether it is 'Connected'", found)
        : unmet(found, text + ". It must be 'Succeeded' and 'Connected'.");
  }

  private GateResult unmet(Path found, String text) {
    return found.connectionState().equalsIgnoreCase("Failed")
        ? notMet(text, fix)
        : settling(text, fix);
  }

  /**
   * Azure need not report a status, above all of an ExpressRoute connection (recorded; Microsoft's
   * own scripts wait for the provisioning state alone).
   */
  private GateResult judgedBySessions(String text, Path found) {
    if (found.isUp()) {
      return met(
          text
              + (found.peersConnected() > 0
                  ? ". Its BGP sessions are up."
                  : ". Routes are learned over it."));
    }
    return found.peersConnected() == PathReading.PEERS_UNKNOWN
        ? warning(text + ". Its BGP sessions are not known either.", "")
        : settling(text + ". No BGP session shows that it is up.", fix);
  }
}
