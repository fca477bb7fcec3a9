package io.github.hybridnet.config.mapping;

import static io.github.hybridnet.config.mapping.MemberReader.need;

import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.NetworkReference;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;

/** Makes a virtual network of its file. */
public final class VirtualNetworkMapper {
  private VirtualNetworkMapper() {}

  public static VirtualNetwork map(Node root) {
    MemberReader memberReader =
        MemberReader.of(MemberReader.setting(root, "virtualNetworkSettings"));
    return new VirtualNetwork(
        need(memberReader.text("name")),
        memberReader.prefixes("addressPrefixes"),
        memberReader.list("subnets", VirtualNetworkMapper::subnet),
        memberReader.texts("dnsServers"),
        memberReader.textMap("tags"),
        memberReader.origin());
  }

  /** The virtual network that another file names. */
  static NetworkReference reference(Node root) {
    MemberReader memberReader =
        MemberReader.of(MemberReader.setting(root, "virtualNetworkSettings"));
    return new NetworkReference(
        need(memberReader.text("name")), memberReader.text("resourceGroup"), memberReader.origin());
  }

  private static Subnet subnet(Node node) {
    MemberReader memberReader = MemberReader.of(node);
    String name = need(memberReader.text("name"));
    return new Subnet(
        name.equalsIgnoreCase(Subnet.GATEWAY_SUBNET) ? Subnet.GATEWAY_SUBNET : name,
        new Cidr(need(memberReader.text("addressPrefix"))),
        memberReader.text("networkSecurityGroup"),
        memberReader.origin());
  }
}
