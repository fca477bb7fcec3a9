package io.github.hybridnet.config;

import static io.github.hybridnet.config.Fields.need;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.NetworkReference;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.model.VirtualNetwork;

/** Makes a virtual network of its file. */
final class VirtualNetworkMapper {
  private VirtualNetworkMapper() {}

  static VirtualNetwork map(Node root) {
    Fields fields = Fields.of(Fields.setting(root, "virtualNetworkSettings"));
    return new VirtualNetwork(
        need(fields.text("name")),
        fields.prefixes("addressPrefixes"),
        fields.list("subnets", VirtualNetworkMapper::subnet),
        fields.texts("dnsServers"),
        fields.textMap("tags"),
        fields.origin());
  }

  /** The virtual network that another file names. */
  static NetworkReference reference(Node root) {
    Fields fields = Fields.of(Fields.setting(root, "virtualNetworkSettings"));
    return new NetworkReference(
        need(fields.text("name")), fields.text("resourceGroup"), fields.origin());
  }

  private static Subnet subnet(Node node) {
    Fields fields = Fields.of(node);
    String name = need(fields.text("name"));
    return new Subnet(
        name.equalsIgnoreCase(Subnet.GATEWAY_SUBNET) ? Subnet.GATEWAY_SUBNET : name,
        new Cidr(need(fields.text("addressPrefix"))),
        fields.text("networkSecurityGroup"),
        fields.origin());
  }
}
