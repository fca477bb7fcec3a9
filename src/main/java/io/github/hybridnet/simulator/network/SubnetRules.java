package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import java.util.ArrayList;
import java.util.List;

/** What the service demands of the subnets of a virtual network. */
final class SubnetRules {
  /** Smaller subnets have no address left after the five that the service keeps. */
  private static final int SMALLEST_IPV4 = 29;

  private static final int ONLY_IPV6 = 64;

  private final ArmId network;
  private final List<Cidr> space;

  SubnetRules(ArmId network, List<Cidr> space) {
    this.network = network;
    this.space = space;
  }

  /** Checks each subnet, and each against those before it. */
  void check(List<ObjectNode> subnets) {
    List<Cidr> taken = new ArrayList<>();
    for (ObjectNode subnet : subnets) {
      String name = Json.textOr(subnet, "name", "");
      for (Cidr range :
          AddressSpace.read(SubnetBody.prefixes(subnet), network.child("subnets", name))) {
        check(name, range, taken);
        taken.add(range);
      }
    }
  }

  private void check(String name, Cidr range, List<Cidr> taken) {
    if (space.stream().noneMatch(each -> each.contains(range))) {
      throw AddressErrors.outside(name, network.name());
    }
    if (taken.stream().anyMatch(range::overlaps)) {
      throw AddressErrors.overlapping(name, network.name());
    }
    boolean usable = range.isIpv4() ? range.length() <= SMALLEST_IPV4 : range.length() == ONLY_IPV6;
    if (!usable) {
      throw AddressErrors.unusableSubnet(name, network.name());
    }
  }
}
