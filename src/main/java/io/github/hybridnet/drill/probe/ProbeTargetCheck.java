package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.HostAddress;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of targets before they are probed. */
public final class ProbeTargetCheck {
  private ProbeTargetCheck() {}

  /**
   * A warning for each target that is not in the virtual network.
   *
   * @param prefixes those of the virtual network
   */
  public static List<DrillFinding> outside(List<ProbeTarget> targets, List<String> prefixes) {
    return targets.stream().flatMap(target -> outside(target, prefixes)).toList();
  }

  private static Stream<DrillFinding> outside(ProbeTarget target, List<String> prefixes) {
    return target.host().map(InetAddress::getHostAddress).stream()
        .filter(address -> prefixes.stream().noneMatch(prefix -> contains(prefix, address)))
        .map(address -> ProbeProblems.outside(target.name(), address, prefixes));
  }

  private static boolean contains(String prefix, String address) {
    return new Cidr(prefix).contains(new HostAddress(address));
  }
}
