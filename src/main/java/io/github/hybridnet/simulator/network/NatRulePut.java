package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;

/** PUT of one NAT rule of a gateway, which takes as long as any change of the gateway. */
final class NatRulePut implements ArmOperation {
  static final String COLLECTION = "natRules";

  @Override
  public Answer accept(ArmRequest request) {
    Busy.refuse(request);
    ObjectNode gateway =
        request.world().resources().find(request.id().parent()).orElseGet(Json::object);
    ObjectNode rule = build(request.id(), request.body());
    return Answer.stored(rule, Work.lasting(GatewayPut.durations(gateway) + ".update"));
  }

  /** The stored form of a rule from what a client sent. */
  static ObjectNode build(ArmId id, ObjectNode body) {
    ObjectNode rule = Envelope.child(id);
    ObjectNode properties = Json.properties(rule);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("type", "Static").put("mode", "EgressSnat");
    ObjectNode sent = Json.properties(body).deepCopy();
    sent.remove("provisioningState");
    properties.setAll(sent);
    // The service writes the members of a gateway's parts in this order.
    rule.remove("properties");
    rule.set("properties", properties);
    return rule;
  }
}
