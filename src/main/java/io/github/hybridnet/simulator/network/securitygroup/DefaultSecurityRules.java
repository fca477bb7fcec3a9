package io.github.hybridnet.simulator.network.securitygroup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** The six rules that the service puts into each network security group. */
final class DefaultSecurityRules {
  private static final String ANY = "*";
  private static final String NETWORK = "VirtualNetwork";

  private static final List<Rule> RULES =
      List.of(
          new Rule(
              "AllowVnetInBound",
              "Allow inbound traffic from all VMs in VNET",
              NETWORK,
              NETWORK,
              65000),
          new Rule(
              "AllowAzureLoadBalancerInBound",
              "Allow inbound traffic from azure load balancer",
              "AzureLoadBalancer",
              ANY,
              65001),
          new Rule("DenyAllInBound", "Deny all inbound traffic", ANY, ANY, 65500),
          new Rule(
              "AllowVnetOutBound",
              "Allow outbound traffic from all VMs to all VMs in VNET",
              NETWORK,
              NETWORK,
              65000),
          new Rule(
              "AllowInternetOutBound",
              "Allow outbound traffic from all VMs to Internet",
              ANY,
              "Internet",
              65001),
          new Rule("DenyAllOutBound", "Deny all outbound traffic", ANY, ANY, 65500));

  private DefaultSecurityRules() {}

  static ArrayNode of(ArmId group) {
    ArrayNode rules = JsonMembers.array();
    RULES.forEach(rule -> rules.add(rule.in(group)));
    return rules;
  }

  private record Rule(
      String name, String description, String source, String destination, int priority) {

    ObjectNode in(ArmId group) {
      ObjectNode rule = ResourceEnvelope.child(group.child("defaultSecurityRules", name));
      ObjectNode properties = JsonMembers.properties(rule);
      properties.put("provisioningState", ProvisioningStateField.UPDATING);
      properties.put("description", description);
      properties.put("protocol", ANY);
      properties.put("sourcePortRange", ANY);
      properties.put("destinationPortRange", ANY);
      properties.put("sourceAddressPrefix", source);
      properties.put("destinationAddressPrefix", destination);
      properties.put("access", name.startsWith("Allow") ? "Allow" : "Deny");
      properties.put("priority", priority);
      properties.put("direction", name.endsWith("InBound") ? "Inbound" : "Outbound");
      SecurityRuleBody.LISTS.forEach(properties::putArray);
      return rule;
    }
  }
}
