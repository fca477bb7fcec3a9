package io.github.hybridnet.simulator.network.securitygroup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** Makes the stored form of a security rule from what a client sent. */
final class SecurityRuleBody {
  static final List<String> LISTS =
      List.of(
          "sourcePortRanges",
          "destinationPortRanges",
          "sourceAddressPrefixes",
          "destinationAddressPrefixes");

  private SecurityRuleBody() {}

  static ObjectNode build(ArmId id, ObjectNode body) {
    ObjectNode sent = JsonMembers.properties(body);
    ObjectNode rule = ResourceEnvelope.child(id);
    ObjectNode properties = JsonMembers.properties(rule);
    properties.put("provisioningState", ProvisioningStateField.UPDATING);
    JsonMembers.copy(sent, properties, "description");
    properties.put("protocol", AllowedValues.RULE_PROTOCOL.required(sent, "protocol"));
    JsonMembers.copy(
        sent,
        properties,
        "sourcePortRange",
        "destinationPortRange",
        "sourceAddressPrefix",
        "destinationAddressPrefix",
        "sourceApplicationSecurityGroups",
        "destinationApplicationSecurityGroups");
    properties.put("access", AllowedValues.RULE_ACCESS.required(sent, "access"));
    properties.put("priority", JsonMembers.number(sent, "priority", 0));
    properties.put("direction", AllowedValues.RULE_DIRECTION.required(sent, "direction"));
    LISTS.forEach(list -> properties.set(list, JsonMembers.texts(JsonMembers.strings(sent, list))));
    SecurityRuleChecks.check(id, properties);
    return rule;
  }
}
