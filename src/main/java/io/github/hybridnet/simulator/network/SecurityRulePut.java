package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Work;

/** PUT of one security rule. */
final class SecurityRulePut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.defer(request);
    ObjectNode rule = SecurityRuleBody.build(request.id(), request.body());
    boolean isNew = request.existing().isEmpty();
    return Answer.stored(
        rule, Work.lasting(isNew ? "securityRules.create" : "securityRules.update"));
  }
}
