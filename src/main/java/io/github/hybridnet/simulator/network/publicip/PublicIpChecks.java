package io.github.hybridnet.simulator.network.publicip;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import java.util.List;
import java.util.Set;

/** The service's checks of a public IP address as a whole. */
public final class PublicIpChecks {
  private PublicIpChecks() {}

  /**
   * Checks a new or changed address. Basic ones were retired on 2025-09-30.
   *
   * @throws ArmException if SKU, allocation and zones do not go together
   */
  static void check(ResourceRequest request, ObjectNode address) {
    checkZones(request, address);
    if (isStandard(address)) {
      if (!isStatic(address)) {
        throw NetworkErrors.refused(
            "StandardSkuPublicIPAddressesMustBeStatic",
            "Standard sku publicIp %s must have AllocationMethod set to Static."
                .formatted(request.id()));
      }
      return;
    }
    if ("Global".equals(JsonMembers.text(address, "sku", "tier"))) {
      // That it is refused is known; code and text are ours.
      throw NetworkErrors.refused(
          "PublicIPAddressGlobalTierNeedsStandardSku",
          "Public IP address %s with tier Global must have the Standard sku."
              .formatted(request.id()));
    }
    if (!JsonMembers.strings(address, "zones").isEmpty()) {
      throw NetworkErrors.refused(
          "ZonesNotAllowedInBasicSkuResource",
          "Zones not allowed in basic SKU resource %s in this region. Please use standard SKU."
              .formatted(request.id()));
    }
    if (request.existing().isEmpty() && request.world().behaviour().retirements()) {
      throw NetworkErrors.refused(
          "IPv4BasicSkuPublicIpCountLimitReached",
          "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in"
              + " this region.");
    }
  }

  private static void checkZones(ResourceRequest request, ObjectNode address) {
    List<String> zones = JsonMembers.strings(address, "zones");
    String region = JsonMembers.textOr(address, "location", "");
    if (!zones.isEmpty() && !AzureLocations.hasZones(region)) {
      throw NetworkErrors.refused(
          "LocationNotSupportAvailabilityZones",
          "The resource 'Microsoft.Network/publicIPAddresses/%s' does not support availability zones at location '%s'."
              .formatted(request.id().name(), region));
    }
    if (request.existing().isPresent()) {
      List<String> before = JsonMembers.strings(request.existing().get(), "zones");
      if (!Set.copyOf(before).equals(Set.copyOf(zones))) {
        throw NetworkErrors.refused(
            "ResourceAvailabilityZonesCannotBeModified",
            ("Resource %s has an existing availability zone constraint %s and the request has"
                    + " availability zone constraint %s, which do not match. Zones cannot be"
                    + " added/updated/removed once the resource is created. The resource cannot be"
                    + " updated from regional to zonal or vice-versa.")
                .formatted(request.id(), constraint(before), constraint(zones)));
      }
    }
  }

  private static String constraint(List<String> zones) {
    return zones.isEmpty() ? "NoZone" : String.join(", ", zones);
  }

  public static boolean isStandard(ObjectNode address) {
    return "Standard".equals(JsonMembers.text(JsonMembers.at(address, "sku"), "name"));
  }

  public static boolean isStatic(ObjectNode address) {
    return "Static".equals(JsonMembers.text(address, "properties", "publicIPAllocationMethod"));
  }
}
