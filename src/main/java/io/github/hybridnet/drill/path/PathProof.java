package io.github.hybridnet.drill.path;

import static io.github.hybridnet.drill.path.PathReading.ABSENT;
import static io.github.hybridnet.drill.path.PathReading.NOT_REPORTED;
import static io.github.hybridnet.drill.path.PathReading.UNKNOWN;

import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PrefixCoverage.CoverageGap;
import java.util.ArrayList;
import java.util.List;

/**
 * Which path carries, by what the gateways learned. Routes decide: a peering that says {@code
 * Disabled}, or a connection that says {@code NotConnected}, proves nothing while routes stay.
 */
public final class PathProof {
  private static final String DISABLED = "Disabled";

  private PathProof() {}

  /** Whether ExpressRoute carries the traffic. */
  public static ProofResult onExpressRoute(PathReading now) {
    Path path = now.expressRoute();
    if (!path.routing().known()) {
      return routesUnknown("whether ExpressRoute carries the traffic");
    }
    if (path.prefixes().isEmpty()) {
      return ProofResult.no("No route is learned over ExpressRoute.");
    }
    if (path.connectionState().equals(UNKNOWN)) {
      return ProofResult.unknown("The ExpressRoute connection could not be read.");
    }
    if (path.isDown() || isDoubtful(path)) {
      return ProofResult.no(
          "The ExpressRoute connection "
              + said(path)
              + ", although "
              + routes(path)
              + " learned over ExpressRoute.");
    }
    return ProofResult.yes(
        "ExpressRoute carries the traffic: its connection "
            + said(path)
            + ", and "
            + routes(path)
            + " learned over it.");
  }

  /** A connection without a status is judged by its state and by Microsoft's edge routers. */
  private static boolean isDoubtful(Path path) {
    return path.isSilent() && (!path.isSucceeded() || path.peersConnected() == 0);
  }

  private static String said(Path path) {
    if (!path.isSilent()) {
      return "is " + PathReading.shown(path.connectionStatus());
    }
    return "is "
        + PathReading.shown(path.connectionState())
        + ", Azure does not report whether it is connected, and "
        + peers(path)
        + " connected";
  }

  /** Whether ExpressRoute is really gone. */
  public static ProofResult expressRouteGone(PathReading now) {
    Path path = now.expressRoute();
    List<String> signs = signs(now);
    if (!path.prefixes().isEmpty()) {
      String although = signs.isEmpty() ? "" : ", although " + String.join(" and ", signs);
      return ProofResult.no(
          "ExpressRoute is not disconnected: "
              + routes(path)
              + " still learned over it"
              + although
              + ".");
    }
    if (!path.routing().known()) {
      return routesUnknown("whether ExpressRoute is disconnected");
    }
    return signs.isEmpty()
        ? ProofResult.no(
            "No route is learned over ExpressRoute, but its connection is still "
                + PathReading.shown(path.connectionStatus())
                + ", its peering is "
                + PathReading.shown(now.peeringState())
                + " and its BGP peers are not down. Azure does not show that it is disconnected.")
        : ProofResult.yes(
            "ExpressRoute is disconnected: no route is learned over it, and "
                + String.join(" and ", signs)
                + ".");
  }

  /** Whether the VPN carries what ExpressRoute carried before. */
  public static ProofResult onVpn(PathReading now, PathReading before) {
    Path vpn = now.vpn();
    if (vpn.isDown()) {
      return ProofResult.no(
          "The VPN connection is " + PathReading.shown(vpn.connectionStatus()) + ".");
    }
    if (!vpn.isUp()) {
      return ProofResult.unknown(
          "The status of the VPN connection is not known, and no BGP session shows that it is up.");
    }
    if (!vpn.routing().known()) {
      return routesUnknown("what the VPN carries");
    }
    if (!before.expressRoute().hasPrefixes()) {
      return ProofResult.unknown(
          "It is not known what ExpressRoute carried before, so it cannot be checked whether the"
              + " VPN carries it.");
    }
    List<CoverageGap> gaps = PrefixCoverage.gaps(before.expressRoute().prefixes(), vpn.prefixes());
    if (!gaps.isEmpty()) {
      return ProofResult.no(
          "The VPN connection is up, but does not lead to "
              + PrefixCoverage.some(gaps)
              + ", which ExpressRoute carried.");
    }
    return ProofResult.yes(
        "The VPN carries the traffic: its connection is up, and leads to all prefixes that"
            + " ExpressRoute carried: "
            + PrefixCoverage.some(before.expressRoute().prefixes())
            + ".");
  }

  /** Whether everything is as it was before ExpressRoute was disconnected. */
  public static ProofResult asBefore(PathReading now, PathReading before) {
    ProofResult carries = onExpressRoute(now);
    if (!carries.holds()) {
      return carries;
    }
    Path path = now.expressRoute();
    Path was = before.expressRoute();
    List<String> lacks = new ArrayList<>();
    if (differs(path.connectionState(), was.connectionState())) {
      lacks.add(
          "its connection is "
              + PathReading.shown(path.connectionState())
              + " and was "
              + PathReading.shown(was.connectionState()));
    }
    if (differs(now.peeringState(), before.peeringState())) {
      lacks.add(
          "its peering is "
              + PathReading.shown(now.peeringState())
              + " and was "
              + PathReading.shown(before.peeringState()));
    }
    if (was.peersConnected() > 0 && path.peersConnected() < was.peersConnected()) {
      lacks.add(peers(path) + " connected, and " + was.peersConnected() + " were before");
    }
    List<String> missing =
        was.prefixes().stream().filter(p -> !path.prefixes().contains(p)).toList();
    if (!missing.isEmpty()) {
      lacks.add("the routes to " + PrefixCoverage.some(missing) + " are not back");
    }
    return lacks.isEmpty()
        ? ProofResult.yes("ExpressRoute is as before: " + back(path, was))
        : ProofResult.no("ExpressRoute is not as before: " + String.join("; ", lacks) + ".");
  }

  /** What was not known before cannot be held against what is. */
  private static boolean differs(String now, String before) {
    return !before.equals(UNKNOWN)
        && !before.equals(NOT_REPORTED)
        && !now.equals(NOT_REPORTED)
        && !now.equalsIgnoreCase(before);
  }

  private static String back(Path path, Path was) {
    List<String> more = path.prefixes().stream().filter(p -> !was.prefixes().contains(p)).toList();
    return routes(path)
        + " learned over it"
        + (more.isEmpty() ? "" : ", of which these are new: " + PrefixCoverage.some(more))
        + ".";
  }

  /** The signs, beside the routes, that ExpressRoute is disconnected. */
  private static List<String> signs(PathReading now) {
    Path path = now.expressRoute();
    List<String> signs = new ArrayList<>();
    if (now.peeringState().equalsIgnoreCase(DISABLED) || now.peeringState().equals(ABSENT)) {
      signs.add("its private peering is " + PathReading.shown(now.peeringState()));
    }
    if (path.isDown()) {
      signs.add("its connection is " + PathReading.shown(path.connectionStatus()));
    }
    if (path.peersConnected() == 0) {
      signs.add("none of its BGP peers is connected");
    }
    if (path.peersConnected() == PathReading.NO_PEERS_LISTED) {
      signs.add("its gateway lists no BGP peer of it");
    }
    return signs;
  }

  private static ProofResult routesUnknown(String what) {
    return ProofResult.unknown(
        "Azure does not report the learned routes, so it is not known " + what + ".");
  }

  private static String routes(Path path) {
    int count = path.prefixes().size();
    return count == 1 ? "1 prefix is" : count + " prefixes are";
  }

  private static String peers(Path path) {
    return path.peersConnected() < 0
        ? "it is not known how many BGP peers are"
        : (path.peersConnected() == 1 ? "1 BGP peer is" : path.peersConnected() + " BGP peers are");
  }
}
