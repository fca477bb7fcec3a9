package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.JsonMembers;

/** PUT of one NAT rule of a gateway, which takes as long as any change of the gateway. */
final class NatRulePut implements ArmOperation {
  static final String COLLECTION = "natRules";

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.refuse(request);
    ObjectNode gateway =
        request.world().resources().find(request.id().parent()).orElseGet(JsonCodec::object);
    ObjectNode rule = build(request.id(), request.body());
    return OperationAnswer.stored(
        rule, TimedWork.lasting(GatewayPut.durations(gateway) + ".update"));
  }

  /** The stored form of a rule from what a client sent. */
  static ObjectNode build(ArmId id, ObjectNode body) {
    ObjectNode rule = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(rule);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("type", "Static").put("mode", "EgressSnat");
    ObjectNode sent = JsonMembers.properties(body).deepCopy();
    sent.remove("provisioningState");
    properties.setAll(sent);
    // The service writes the members of a gateway's parts in this order.
    rule.remove("properties");
    rule.set("properties", properties);
    return rule;
  }
}
