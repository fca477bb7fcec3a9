package io.github.hybridnet.simulator.network.vnet;

import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;

/** Errors about subnets, in Azure's words. */
final class SubnetErrors {
  private SubnetErrors() {}

  static ArmException withoutPrefix(ArmId subnet) {
    return NetworkErrors.refused(
        "AddressPrefixStringCannotBeNullOrEmpty",
        "Address prefix string for resource %s cannot be null or empty.".formatted(subnet));
  }

  static ArmException outside(String subnet, String network) {
    return NetworkErrors.refused(
        "NetcfgSubnetRangeOutsideVnet",
        ("Subnet '%s' is not valid because its IP address range is outside the IP address range of"
                + " virtual network '%s'.")
            .formatted(subnet, network));
  }

  static ArmException overlapping(String subnet, String network) {
    return NetworkErrors.refused(
        "NetcfgSubnetRangesOverlap",
        ("Subnet '%s' is not valid because its IP address range overlaps with that of an existing"
                + " subnet in virtual network '%s'.")
            .formatted(subnet, network));
  }

  /** A prefix that no subnet may have; the service still gives this older, wordless code then. */
  static ArmException unusableSubnet(String subnet, String network) {
    return NetworkErrors.refused(
        "NetcfgInvalidSubnet",
        "Subnet '%s' is not valid in virtual network '%s'.".formatted(subnet, network));
  }

  static ArmException securityGroupOnGatewaySubnet(String group) {
    return NetworkErrors.refused(
        "NetworkSecurityGroupCannotBeAttachedToGatewaySubnet",
        ("The operation failed because the network security group %s can not be associated to the"
                + " GatewaySubnet. Please remove the network security group associated to the"
                + " GatewaySubnet. No changes have occurred on the gateway at this time. See here"
                + " for additional details: https://aka.ms/GatewaySubnet.")
            .formatted(group));
  }
}
