package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.MeasuredValueText;
import java.time.Duration;
import java.util.List;

/** What a drill says while it runs, and why it fails. The restore has {@link RestoreMessages}. */
final class DrillMessages {
  /** The code of a drill in which ExpressRoute stayed in use, whatever Azure reports. */
  static final String NOT_DISCONNECTED = "HN5021";

  /** The code of a drill whose targets are not reached over ExpressRoute. */
  static final String NOT_REACHED = "HN5027";

  /** The code of a restore after which ExpressRoute does not carry the traffic. */
  static final String NOT_CARRYING = "HN5039";

  private DrillMessages() {}

  static String settling(Duration limit, List<String> states) {
    return "Waiting up to "
        + MeasuredValueText.limit(limit)
        + " for states that are still settling: "
        + ListText.commas(states);
  }

  static String baseline(Duration length) {
    return "Probing over ExpressRoute for " + MeasuredValueText.limit(length);
  }

  static String disconnecting(DisconnectMethod method) {
    return "Disconnecting ExpressRoute: " + method.label();
  }

  static String hold(Duration length) {
    return "Keeping the network on the VPN for " + MeasuredValueText.limit(length);
  }

  static String stillWaiting(Duration left, String seen) {
    return "Still waiting, at most " + MeasuredValueText.limit(left) + " more: " + seen;
  }

  static DrillFinding noFailover(Duration limit, String seen) {
    return new DrillFinding(
        "HN5020",
        "The VPN did not take over within " + MeasuredValueText.limit(limit) + ": " + seen,
        "Check the VPN connection, the on-premises device and its routes; the timeline shows when"
            + " each target was reached");
  }

  static DrillFinding notDisconnected(String seen) {
    return new DrillFinding(
        NOT_DISCONNECTED,
        "ExpressRoute stayed in use, so the drill proves nothing: " + seen,
        "Check whether another circuit or connection carries the traffic, or use another"
            + " hybridnet.failover.disconnect");
  }

  static DrillFinding stopped() {
    return new DrillFinding(
        "HN5023", "The drill was stopped before its end.", "Run the drill again and let it finish");
  }

  static DrillFinding notCarriedByVpn(String seen) {
    return new DrillFinding(
        "HN5024",
        "It is not proved that the VPN carried the traffic during the hold: " + seen,
        "Check the VPN connection and the on-premises device before the next drill");
  }

  static DrillFinding drillTimedOut(Duration limit) {
    return new DrillFinding(
        "HN5025",
        "The drill had not finished "
            + MeasuredValueText.limit(limit)
            + " after ExpressRoute was disconnected, the longest time that is allowed.",
        "Set hybridnet.failover.maxDuration to more than the failover and hybridnet.failover.hold"
            + " take together");
  }

  static DrillFinding disconnectFailed(CloudException failure) {
    return new DrillFinding(
        "HN5026",
        "Azure refused or failed to disconnect ExpressRoute: " + failure.inWords() + ".",
        "Read Azure's message, and run the drill again");
  }

  /**
   * The probes of the baseline fail.
   *
   * @param lost the targets that are not reached, each with its reason
   * @param seen how many probes were sent and failed
   */
  static DrillFinding notReached(List<String> lost, String seen) {
    return new DrillFinding(
        NOT_REACHED,
        "Not reached before the drill changed anything: "
            + ListText.commas(lost)
            + " ("
            + seen
            + ").",
        "Probe what answers over ExpressRoute today: hybridnet.failover.probes");
  }

  static DrillFinding internalError(Throwable failure) {
    return new DrillFinding(
        "HN5028",
        "The plugin failed unexpectedly: " + failure.getClass().getSimpleName() + ".",
        "Run the goal again with -X and report the output");
  }

  static DrillFinding disconnectTimedOut(Duration limit) {
    return new DrillFinding(
        "HN5076",
        "Azure did not disconnect ExpressRoute within "
            + MeasuredValueText.limit(limit)
            + ". The drill was given up.",
        "Set hybridnet.failover.leverTimeout to a longer time, or run the drill when Azure is"
            + " faster");
  }

  static DrillFinding notCarryingAgain(Duration limit, String seen) {
    return new DrillFinding(
        NOT_CARRYING,
        "ExpressRoute is defined as before, but does not carry the traffic again after "
            + MeasuredValueText.limit(limit)
            + ": "
            + seen,
        "Check the circuit's peering, its BGP sessions and the provider; hybridnet:status shows"
            + " what the gateways have learned");
  }
}
