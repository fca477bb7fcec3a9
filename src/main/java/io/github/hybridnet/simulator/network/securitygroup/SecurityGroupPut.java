package io.github.hybridnet.simulator.network.securitygroup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.ResourceGuid;

/** PUT of a network security group with the rules inside it. */
final class SecurityGroupPut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ConcurrencyGuard.defer(request);
    ObjectNode group = ResourceEnvelope.topLevel(request);
    ObjectNode properties = JsonMembers.properties(group);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    properties.put("resourceGuid", ResourceGuid.of(request));
    JsonMembers.copy(JsonMembers.properties(request.body()), properties, "flushConnection");
    properties.set("securityRules", rules(request));
    properties.set("defaultSecurityRules", DefaultSecurityRules.of(request.id()));
    JsonMembers.copy(
        JsonMembers.properties(request.existing().orElse(null)), properties, "subnets");
    SentMembers.keep(request, group);
    boolean isNew = request.existing().isEmpty();
    return OperationAnswer.stored(
        group,
        TimedWork.lasting(isNew ? "networkSecurityGroups.create" : "networkSecurityGroups.update"));
  }

  private static ArrayNode rules(ResourceRequest request) {
    ArrayNode rules = JsonMembers.array();
    for (ObjectNode each : JsonMembers.objects(request.body(), "properties", "securityRules")) {
      String name = JsonMembers.text(each, "name");
      if (name == null) {
        throw NetworkErrors.missingProperty("name", "properties.securityRules");
      }
      rules.add(SecurityRuleBody.build(request.id().child("securityRules", name), each));
    }
    return rules;
  }
}
