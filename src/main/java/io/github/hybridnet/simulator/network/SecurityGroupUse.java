package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ArmException;
import io.github.hybridnet.simulator.arm.ArmRequest;
import java.util.List;

/** That a network security group cannot be removed from under its subnets. */
final class SecurityGroupUse {
  private SecurityGroupUse() {}

  /**
   * The check of a deletion.
   *
   * @throws ArmException if a subnet uses the group
   */
  static void refuseDelete(ArmRequest request) {
    List<String> users =
        Json.objects(request.required(), "properties", "subnets").stream()
            .map(Reference::idOf)
            .toList();
    if (!users.isEmpty()) {
      throw InUseErrors.securityGroup(request.id(), users);
    }
    Busy.refuse(request);
  }
}
