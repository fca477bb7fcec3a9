package io.github.hybridnet.config.mapping;

import static io.github.hybridnet.config.mapping.MemberReader.need;

import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.NetworkSecurityGroup;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SecurityRule;

/** Makes network security groups of their file. */
public final class SecurityGroupMapper {
  private SecurityGroupMapper() {}

  public static NetworkSecurityGroups map(Node root) {
    Node groups = need(MemberReader.setting(root, "networkSecurityGroupsSettings"));
    if (!(groups instanceof Node.Items items)) {
      throw new UnreadablePartException();
    }
    return new NetworkSecurityGroups(
        VirtualNetworkMapper.reference(root),
        items.items().stream().map(node -> group(MemberReader.of(node))).toList());
  }

  private static NetworkSecurityGroup group(MemberReader memberReader) {
    return new NetworkSecurityGroup(
        need(memberReader.text("name")),
        memberReader.texts("subnets"),
        memberReader.list("securityRules", node -> rule(MemberReader.of(node))),
        memberReader.origin());
  }

  private static SecurityRule rule(MemberReader memberReader) {
    return new SecurityRule(
        need(memberReader.text("name")),
        need(memberReader.text("direction")),
        need(memberReader.integer("priority")),
        need(memberReader.text("access")),
        need(memberReader.text("protocol")),
        endpoint(memberReader, "source"),
        endpoint(memberReader, "destination"),
        memberReader.text("description"),
        memberReader.origin());
  }

  private static SecurityRule.Endpoint endpoint(MemberReader memberReader, String end) {
    return new SecurityRule.Endpoint(
        need(memberReader.text(end + "AddressPrefix")), need(memberReader.text(end + "PortRange")));
  }
}
