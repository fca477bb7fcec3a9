package io.github.hybridnet.config;

import static io.github.hybridnet.config.Fields.need;

import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SecurityRule;

/** Makes network security groups of their file. */
final class SecurityGroupsMapper {
  private SecurityGroupsMapper() {}

  static NetworkSecurityGroups map(Node root) {
    Node groups = need(Fields.setting(root, "networkSecurityGroupsSettings"));
    if (!(groups instanceof Node.Items items)) {
      throw new UnreadableException();
    }
    return new NetworkSecurityGroups(
        VirtualNetworkMapper.reference(root),
        items.items().stream().map(node -> group(Fields.of(node))).toList());
  }

  private static NetworkSecurityGroup group(Fields fields) {
    return new NetworkSecurityGroup(
        need(fields.text("name")),
        fields.texts("subnets"),
        fields.list("securityRules", node -> rule(Fields.of(node))),
        fields.origin());
  }

  private static SecurityRule rule(Fields fields) {
    return new SecurityRule(
        need(fields.text("name")),
        need(fields.text("direction")),
        need(fields.integer("priority")),
        need(fields.text("access")),
        need(fields.text("protocol")),
        endpoint(fields, "source"),
        endpoint(fields, "destination"),
        fields.text("description"),
        fields.origin());
  }

  private static SecurityRule.Endpoint endpoint(Fields fields, String end) {
    return new SecurityRule.Endpoint(
        need(fields.text(end + "AddressPrefix")), need(fields.text(end + "PortRange")));
  }
}
