package io.github.hybridnet.simulator.network.publicip;

import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/** DELETE of a public IP address, which the resource that it is attached to prevents. */
final class PublicIpDelete {
  private PublicIpDelete() {}

  /**
   * The check of a deletion.
   *
   * @throws ArmException if it is in use
   */
  static void refuseDelete(ResourceRequest request) {
    String user = JsonMembers.text(request.required(), "properties", "ipConfiguration", "id");
    if (user != null) {
      throw InUseErrors.publicIp(request.id(), user);
    }
    ConcurrencyGuard.refuse(request);
  }
}
