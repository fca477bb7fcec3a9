package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;

/** What the service demands of a public IP address as a whole, and of its deletion. */
final class PublicIpChecks {
  private PublicIpChecks() {}

  /**
   * Checks a new or changed address. Basic ones were retired on 2025-09-30.
   *
   * @throws ArmException if SKU, allocation and zones do not go together
   */
  static void check(ArmRequest request, ObjectNode address) {
    if (isStandard(address)) {
      if (!isStatic(address)) {
        throw NetworkErrors.refused(
            "StandardSkuPublicIPAddressesMustBeStatic",
            "Standard sku publicIp %s must have AllocationMethod set to Static."
                .formatted(request.id()));
      }
      return;
    }
    if (!Json.strings(address, "zones").isEmpty()) {
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

  static boolean isStandard(ObjectNode address) {
    return "Standard".equals(Json.text(Json.at(address, "sku"), "name"));
  }

  static boolean isStatic(ObjectNode address) {
    return "Static".equals(Json.text(address, "properties", "publicIPAllocationMethod"));
  }

  /** The check of a deletion: an attached address stays. */
  static void refuseDelete(ArmRequest request) {
    String user = Json.text(request.required(), "properties", "ipConfiguration", "id");
    if (user != null) {
      throw InUseErrors.publicIp(request.id(), user);
    }
    Busy.refuse(request);
  }
}
