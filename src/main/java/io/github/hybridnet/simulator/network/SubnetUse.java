package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;

/** Who uses a subnet, and that it cannot be removed meanwhile. */
final class SubnetUse {
  private SubnetUse() {}

  /**
   * Refuses to remove a subnet that is in use.
   *
   * @throws ArmException if a gateway stands in it
   */
  static void refuseIfUsed(JsonNode subnet) {
    Json.objects(subnet, "properties", "ipConfigurations").stream()
        .findFirst()
        .ifPresent(
            user -> {
              throw InUseErrors.subnet(Json.textOr(subnet, "name", ""), Reference.idOf(user));
            });
  }

  /** The check of a virtual network's deletion. */
  static void refuseIfAnyUsed(ArmRequest request) {
    Json.objects(request.required(), "properties", "subnets").forEach(SubnetUse::refuseIfUsed);
    Busy.refuse(request);
  }

  /** The check of a subnet's deletion. */
  static void refuseDelete(ArmRequest request) {
    refuseIfUsed(request.required());
    Busy.defer(request);
  }
}
