package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.DurationText;
import io.github.hybridnet.text.ListText;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about probes. */
final class ProbeProblems {
  private ProbeProblems() {}

  static UserException malformed(List<String> mistakes) {
    return UserException.refused(
        "HN5050",
        "hybridnet.failover.probes has probes that are not valid:" + lines(mistakes),
        "write tcp://host:port, http://host/path, https://host/path, icmp://host or"
            + " command:program argument. A probe can have a name, such as"
            + " web=https://10.20.1.4/health. Nothing was changed");
  }

  static UserException badTiming(List<String> mistakes) {
    return UserException.refused(
        "HN5051",
        "The interval or the time-out of the probes cannot be kept:" + lines(mistakes),
        "set hybridnet.failover.probeInterval and hybridnet.failover.probeTimeout, such as 1s and"
            + " 900ms. Nothing was changed");
  }

  static UserException notReady(List<String> mistakes) {
    return UserException.unable(
        "HN5052",
        "These probes cannot be sent from this machine:" + lines(mistakes),
        "correct what each line names, write an IP address instead of a host name, or leave the"
            + " probe out. Nothing was changed",
        null);
  }

  static DrillFinding outside(String target, String address, List<String> prefixes) {
    return new DrillFinding(
        "HN5053",
        "The probe '"
            + target
            + "' goes to "
            + address
            + ", which is in none of the virtual network's address prefixes ("
            + ListText.commas(prefixes)
            + "). Its packets may not go over ExpressRoute.",
        "probe an address of the virtual network, or of a network that is peered with it");
  }

  static DrillFinding missed(String target, long count, ProbeTiming timing) {
    return new DrillFinding(
        "HN5054",
        "This machine was too busy to send "
            + count
            + (count == 1 ? " probe" : " probes")
            + " of '"
            + target
            + "', which were due every "
            + DurationText.exact(timing.interval())
            + ". Nothing is known of that time. The longest gap in the reports shows how long it"
            + " was.",
        "run the drill on a machine that is less busy, or set a longer"
            + " hybridnet.failover.probeInterval");
  }

  private static String lines(List<String> mistakes) {
    return mistakes.stream()
        .map(mistake -> System.lineSeparator() + "    " + mistake)
        .collect(Collectors.joining());
  }
}
