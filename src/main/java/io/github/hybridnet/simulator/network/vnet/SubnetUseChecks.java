package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/** Refuses to delete a subnet that is in use. */
final class SubnetUseChecks {
  private SubnetUseChecks() {}

  /**
   * Refuses to remove a subnet that is in use.
   *
   * @throws ArmException if a gateway is in it
   */
  static void refuseIfUsed(JsonNode subnet) {
    JsonMembers.objects(subnet, "properties", "ipConfigurations").stream()
        .findFirst()
        .ifPresent(
            user -> {
              throw InUseErrors.subnet(
                  JsonMembers.textOr(subnet, "name", ""), ResourceReference.idOf(user));
            });
  }

  /** The check of a virtual network's deletion. */
  static void refuseIfAnyUsed(ResourceRequest request) {
    JsonMembers.objects(request.required(), "properties", "subnets")
        .forEach(SubnetUseChecks::refuseIfUsed);
    ConcurrencyGuard.refuse(request);
  }

  /** The check of a subnet's deletion. */
  static void refuseDelete(ResourceRequest request) {
    refuseIfUsed(request.required());
    ConcurrencyGuard.defer(request);
  }
}
