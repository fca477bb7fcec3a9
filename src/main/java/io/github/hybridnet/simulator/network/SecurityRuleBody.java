package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.Envelope;
import io.github.hybridnet.simulator.arm.ProvisioningState;
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
    ObjectNode sent = Json.properties(body);
    ObjectNode rule = Envelope.child(id);
    ObjectNode properties = Json.properties(rule);
    properties.put("provisioningState", ProvisioningState.UPDATING);
    Json.copy(sent, properties, "description");
    properties.put("protocol", Choice.RULE_PROTOCOL.required(sent, "protocol"));
    Json.copy(
        sent,
        properties,
        "sourcePortRange",
        "destinationPortRange",
        "sourceAddressPrefix",
        "destinationAddressPrefix",
        "sourceApplicationSecurityGroups",
        "destinationApplicationSecurityGroups");
    properties.put("access", Choice.RULE_ACCESS.required(sent, "access"));
    properties.put("priority", Json.number(sent, "priority", 0));
    properties.put("direction", Choice.RULE_DIRECTION.required(sent, "direction"));
    LISTS.forEach(list -> properties.set(list, Json.texts(Json.strings(sent, list))));
    SecurityRuleChecks.check(id, properties);
    return rule;
  }
}
