package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.error.ArmException;

/** Errors about addresses and prefixes, in the service's words. */
public final class AddressErrors {
  private AddressErrors() {}

  static ArmException malformedPrefix(String prefix, Object resource) {
    return NetworkErrors.refused(
        "InvalidAddressPrefixFormat",
        ("Address prefix %s of resource %s is not formatted correctly. It should follow CIDR"
                + " notation, for example 10.0.0.0/24.")
            .formatted(prefix, resource));
  }

  static ArmException hostBits(AddressPrefix prefix, Object resource) {
    return NetworkErrors.refused(
        "InvalidCIDRNotation",
        ("The address prefix %s in resource %s has an invalid CIDR notation. For the given prefix"
                + " length, the address prefix should be %s.")
            .formatted(prefix, resource, prefix.network()));
  }

  public static ArmException malformedAddress(String address) {
    return NetworkErrors.refused(
        "InvalidIpAddress", "The IP Address %s is invalid.".formatted(address));
  }

  /** Address ranges of one virtual network that overlap: code reported, text not evidenced. */
  static ArmException overlappingRanges(String network) {
    return NetworkErrors.refused(
        "NetcfgInvalidVirtualNetworkSite",
        "The address ranges of virtual network '%s' overlap.".formatted(network));
  }
}
