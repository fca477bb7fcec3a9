package io.github.hybridnet.simulator.network.securitygroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;

/** PUT of one security rule. */
final class SecurityRulePut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.defer(request);
    ObjectNode rule = SecurityRuleBody.build(request.id(), request.body());
    boolean isNew = request.existing().isEmpty();
    return OperationAnswer.stored(
        rule, TimedWork.lasting(isNew ? "securityRules.create" : "securityRules.update"));
  }
}
