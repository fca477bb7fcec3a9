package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ArmId;
import java.util.ArrayList;
import java.util.List;

/** Reads prefixes from requests and refuses those that are none. */
final class AddressSpace {
  private AddressSpace() {}

  static List<Cidr> read(List<String> prefixes, ArmId resource) {
    return prefixes.stream().map(each -> read(each, resource)).toList();
  }

  static Cidr read(String prefix, ArmId resource) {
    Cidr cidr =
        Cidr.parse(prefix).orElseThrow(() -> AddressErrors.malformedPrefix(prefix, resource));
    if (!cidr.isNetwork()) {
      throw AddressErrors.hostBits(cidr, resource);
    }
    return cidr;
  }

  static void refuseOverlap(List<Cidr> ranges, ArmId network) {
    List<Cidr> seen = new ArrayList<>();
    for (Cidr range : ranges) {
      if (seen.stream().anyMatch(range::overlaps)) {
        throw AddressErrors.overlappingRanges(network.name());
      }
      seen.add(range);
    }
  }
}
