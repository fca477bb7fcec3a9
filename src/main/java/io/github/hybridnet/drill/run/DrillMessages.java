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
        + " for states that are still changing: "
        + ListText.commas(states);
  }

  static String baseline(Duration length) {
    return "Probing over ExpressRoute for " + MeasuredValueText.limit(length);
  }

  static String disconnecting(DisconnectMethod method) {
    return "Disconnecting ExpressRoute with the method '" + method.label() + "'";
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
        "check the VPN connection, and which routes the on-premises device announces. The timeline"
            + " shows when each target was reached");
  }

  static DrillFinding notDisconnected(String seen) {
    return new DrillFinding(
        NOT_DISCONNECTED,
        "ExpressRoute stayed in use, so no failover was tested: " + seen,
        "find out which circuit or connection carries the traffic, or set"
            + " hybridnet.failover.disconnect to another method");
  }

  static DrillFinding stopped() {
    return new DrillFinding(
        "HN5023",
        "The drill was stopped before its end, for example by Ctrl-C or a cancelled job.",
        "run the drill again and let it finish");
  }

  static DrillFinding notCarriedByVpn(String seen) {
    return new DrillFinding(
        "HN5024",
        "The drill could not prove that the VPN carried the traffic during the hold: " + seen,
        "find out why the VPN lost traffic: check the VPN connection and the on-premises device."
            + " Then run the drill again");
  }

  static DrillFinding drillTimedOut(Duration limit) {
    return new DrillFinding(
        "HN5025",
        "The drill did not finish within hybridnet.failover.maxDuration ("
            + MeasuredValueText.limit(limit)
            + " after ExpressRoute was disconnected), so it was ended.",
        "set hybridnet.failover.maxDuration to more than the failover and hybridnet.failover.hold"
            + " take together");
  }

  static DrillFinding disconnectFailed(CloudException failure) {
    return new DrillFinding(
        "HN5026",
        "ExpressRoute could not be disconnected: " + failure.inWords() + ".",
        "resolve what the message of Azure names, and run the drill again");
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
        "These targets were not reached over ExpressRoute before the drill changed anything: "
            + ListText.commas(lost)
            + " ("
            + seen
            + ").",
        "name only targets in hybridnet.failover.probes that answer over ExpressRoute today");
  }

  static DrillFinding internalError(Throwable failure) {
    return new DrillFinding(
        "HN5028",
        "A bug in this plugin ended the drill: " + failure.getClass().getSimpleName() + ".",
        "run the goal again with -X, and report the output to the plugin's project");
  }

  static DrillFinding disconnectTimedOut(Duration limit) {
    return new DrillFinding(
        "HN5076",
        "Azure did not disconnect ExpressRoute within hybridnet.failover.leverTimeout ("
            + MeasuredValueText.limit(limit)
            + "), so the drill was ended.",
        "set hybridnet.failover.leverTimeout to a longer time, or run the drill at another time");
  }

  static DrillFinding notCarryingAgain(Duration limit, String seen) {
    return new DrillFinding(
        NOT_CARRYING,
        "ExpressRoute still does not carry the traffic as before, "
            + MeasuredValueText.limit(limit)
            + " after its configuration was restored: "
            + seen,
        "nothing is left to restore. Check the circuit's private peering and its BGP sessions, and"
            + " ask the connectivity provider. hybridnet:status shows the routes that the gateways"
            + " have learned");
  }
}
