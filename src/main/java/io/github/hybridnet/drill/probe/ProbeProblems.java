package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.stream.Collectors;

/** What is said about probes. */
final class ProbeProblems {
  private ProbeProblems() {}

  static UserException malformed(List<String> mistakes) {
    return UserException.refused(
        "HN5050",
        "hybridnet.failover.probes cannot be used:" + lines(mistakes),
        "write tcp://host:port, http://host/path, https://host/path, icmp://host or"
            + " command:program argument, each with a name and = before it if you like, such as"
            + " web=https://10.20.1.4/health; nothing was changed");
  }

  static UserException badTiming(List<String> mistakes) {
    return UserException.refused(
        "HN5051",
        "The probes cannot be timed like this:" + lines(mistakes),
        "set hybridnet.failover.probeInterval and hybridnet.failover.probeTimeout, such as 1s and"
            + " 900ms; nothing was changed");
  }

  static UserException notReady(List<String> mistakes) {
    return UserException.unable(
        "HN5052",
        "These probes cannot be sent from this machine:" + lines(mistakes),
        "mend that, write an address instead of a name, or leave the probe out; nothing was"
            + " changed",
        null);
  }

  static DrillFinding outside(String target, String address, List<String> prefixes) {
    return new DrillFinding(
        "HN5053",
        "The probe "
            + target
            + " asks "
            + address
            + ", which is in none of the virtual network's prefixes ("
            + String.join(", ", prefixes)
            + "): it may not go over ExpressRoute at all.",
        "probe an address of the virtual network, or of one that is peered with it");
  }

  static DrillFinding missed(String target, long count, ProbeTiming timing) {
    return new DrillFinding(
        "HN5054",
        "This machine did not send "
            + count
            + " of the probes of "
            + target
            + ", which were due every "
            + ProbeFailureText.shown(timing.interval())
            + ", because it was too busy or stood still. What happened in between is not known;"
            + " the longest time without an answer tells how long that was.",
        "give the machine more room, or set a longer hybridnet.failover.probeInterval");
  }

  private static String lines(List<String> mistakes) {
    return mistakes.stream()
        .map(mistake -> System.lineSeparator() + "    " + mistake)
        .collect(Collectors.joining());
  }
}
