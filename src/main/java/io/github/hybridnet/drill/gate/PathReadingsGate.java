package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Path;
import java.util.List;

/**
 * Whether Azure reports what a drill is judged by (source:
 * Microsoft.Network/virtualNetworkGateways, {@code getLearnedRoutes} and {@code getBgpPeerStatus}).
 */
final class PathReadingsGate extends DrillGate {
  PathReadingsGate() {
    super(
        "readings",
        GateKind.TELLING,
        "Azure reports the connections, the BGP peers and the learned routes of both paths.",
        "Microsoft.Network/virtualNetworkGateways/getLearnedRoutes, API 2025-03-01");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    PathReading reading = gateContext.reading();
    if (reading.problems().isEmpty()) {
      return met("Both paths can be read.");
    }
    List<String> problems =
        reading.problems().stream()
            .filter(unread -> !gateContext.isReportedByOtherGates(unread.code()))
            .map(PathReading.UnreadPart::text)
            .toList();
    if (problems.isEmpty()) {
      return notMet(
          "A gateway that does not exist cannot be read.", "run hybridnet:deploy-network");
    }
    String text = String.join(" ", problems);
    String fix =
        "give this identity the right to read them, or try again. The role Reader does not have the"
            + " actions getLearnedRoutes and getBgpPeerStatus";
    return isEnough(reading.expressRoute()) && isEnough(reading.vpn())
        ? warning(text, fix)
        : notMet(text, fix);
  }

  private static boolean isEnough(Path path) {
    return path.routing().known() && !path.connectionState().equals(PathReading.UNKNOWN);
  }
}
