package io.github.hybridnet.simulator.network.securitygroup;

import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.resource.InUseErrors;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** DELETE of a network security group, which its subnets prevent. */
final class SecurityGroupDelete {
  private SecurityGroupDelete() {}

  /**
   * The check of a deletion.
   *
   * @throws ArmException if a subnet uses the group
   */
  static void refuseDelete(ResourceRequest request) {
    List<String> users =
        JsonMembers.objects(request.required(), "properties", "subnets").stream()
            .map(ResourceReference::idOf)
            .toList();
    if (!users.isEmpty()) {
      throw InUseErrors.securityGroup(request.id(), users);
    }
    ConcurrencyGuard.refuse(request);
  }
}
