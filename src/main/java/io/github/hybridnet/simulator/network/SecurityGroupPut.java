package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.ArmRequest;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;

/** PUT of a network security group with the rules inside it. */
final class SecurityGroupPut implements ArmOperation {

  @Override
  public Answer accept(ArmRequest request) {
    Busy.defer(request);
    ObjectNode group = Envelope.topLevel(request);
    ObjectNode properties = Json.properties(group);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    Json.copy(Json.properties(request.body()), properties, "flushConnection");
    properties.set("securityRules", rules(request));
    properties.set("defaultSecurityRules", DefaultSecurityRules.of(request.id()));
    Json.copy(Json.properties(request.existing().orElse(null)), properties, "subnets");
    boolean isNew = request.existing().isEmpty();
    return Answer.stored(
        group,
        Work.lasting(isNew ? "networkSecurityGroups.create" : "networkSecurityGroups.update"));
  }

  private static ArrayNode rules(ArmRequest request) {
    ArrayNode rules = Json.array();
    for (ObjectNode each : Json.objects(request.body(), "properties", "securityRules")) {
      String name = Json.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties.securityRules");
      }
      rules.add(SecurityRuleBody.build(request.id().child("securityRules", name), each));
    }
    return rules;
  }
}
