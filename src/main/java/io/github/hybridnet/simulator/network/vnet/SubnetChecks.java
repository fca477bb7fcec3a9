package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.relation.StoredSubnets;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.ArrayList;
import java.util.List;

/** The service's checks of the subnets of a virtual network. */
final class SubnetChecks {
  /** Smaller subnets have no address left after the five that the service keeps. */
  private static final int SMALLEST_IPV4 = 29;

  private static final int ONLY_IPV6 = 64;

  private final ArmId network;
  private final List<AddressPrefix> space;

  SubnetChecks(ArmId network, List<AddressPrefix> space) {
    this.network = network;
    this.space = space;
  }

  /** Checks each subnet, and each against those before it. */
  void check(List<ObjectNode> subnets) {
    List<AddressPrefix> taken = new ArrayList<>();
    for (ObjectNode subnet : subnets) {
      String name = JsonMembers.textOr(subnet, "name", "");
      for (AddressPrefix range :
          AddressPrefixReader.read(
              StoredSubnets.prefixes(subnet), network.child("subnets", name))) {
        check(name, range, taken);
        taken.add(range);
      }
    }
  }

  private void check(String name, AddressPrefix range, List<AddressPrefix> taken) {
    if (space.stream().noneMatch(each -> each.contains(range))) {
      throw SubnetErrors.outside(name, network.name());
    }
    if (taken.stream().anyMatch(range::overlaps)) {
      throw SubnetErrors.overlapping(name, network.name());
    }
    boolean usable = range.isIpv4() ? range.length() <= SMALLEST_IPV4 : range.length() == ONLY_IPV6;
    if (!usable) {
      throw SubnetErrors.unusableSubnet(name, network.name());
    }
  }
}
