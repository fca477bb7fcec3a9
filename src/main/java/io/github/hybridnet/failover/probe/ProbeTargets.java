package io.github.hybridnet.failover.probe;

import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.model.Address;
import io.github.hybridnet.model.Cidr;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** What can be said of targets before they are probed. */
public final class ProbeTargets {
  private ProbeTargets() {}

  /**
   * A warning for each target that is not in the virtual network.
   *
   * @param prefixes those of the virtual network
   */
  public static List<Finding> outside(List<ProbeTarget> targets, List<String> prefixes) {
    return targets.stream().flatMap(target -> outside(target, prefixes)).toList();
  }

  private static Stream<Finding> outside(ProbeTarget target, List<String> prefixes) {
    return target.host().map(InetAddress::getHostAddress).stream()
        .filter(address -> prefixes.stream().noneMatch(prefix -> contains(prefix, address)))
        .map(address -> ProbeProblems.outside(target.name(), address, prefixes));
  }

  private static boolean contains(String prefix, String address) {
    return new Cidr(prefix).contains(new Address(address));
  }
}
