package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.ArrayList;
import java.util.List;

/** Reads prefixes from requests and refuses malformed ones. */
public final class AddressPrefixReader {
  private AddressPrefixReader() {}

  public static List<AddressPrefix> read(List<String> prefixes, ArmId resource) {
    return prefixes.stream().map(each -> read(each, resource)).toList();
  }

  public static AddressPrefix read(String prefix, ArmId resource) {
    AddressPrefix addressPrefix =
        AddressPrefix.parse(prefix)
            .orElseThrow(() -> AddressErrors.malformedPrefix(prefix, resource));
    if (!addressPrefix.isNetwork()) {
      throw AddressErrors.hostBits(addressPrefix, resource);
    }
    return addressPrefix;
  }

  public static void refuseOverlap(List<AddressPrefix> ranges, ArmId network) {
    List<AddressPrefix> seen = new ArrayList<>();
    for (AddressPrefix range : ranges) {
      if (seen.stream().anyMatch(range::overlaps)) {
        throw AddressErrors.overlappingRanges(network.name());
      }
      seen.add(range);
    }
  }
}
