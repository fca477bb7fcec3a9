package io.github.hybridnet.config.mapping;

import static io.github.hybridnet.config.mapping.MemberReader.need;

import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import java.util.List;

/** Makes the circuits of their file. */
public final class CircuitMapper {
  private CircuitMapper() {}

  public static List<Circuit> map(Node root) {
    return MemberReader.settings(root, "expressRouteCircuitSettings").stream()
        .map(CircuitMapper::circuit)
        .toList();
  }

  private static Circuit circuit(MemberReader memberReader) {
    return new Circuit(
        need(memberReader.text("name")),
        memberReader.text("resourceGroup"),
        need(memberReader.text("skuTier")),
        need(memberReader.text("skuFamily")),
        new Circuit.Provider(
            need(memberReader.text("serviceProviderName")),
            need(memberReader.text("peeringLocation")),
            need(memberReader.integer("bandwidthInMbps"))),
        memberReader.truth("allowClassicOperations"),
        memberReader.list("peerings", node -> peering(MemberReader.of(node))),
        memberReader.texts("authorizations"),
        memberReader.textMap("tags"),
        memberReader.origin());
  }

  private static Peering peering(MemberReader memberReader) {
    return new Peering(
        need(memberReader.text("peeringType")),
        need(memberReader.integer("vlanId")),
        need(memberReader.number("peerASN")),
        new Cidr(need(memberReader.text("primaryPeerAddressPrefix"))),
        new Cidr(need(memberReader.text("secondaryPeerAddressPrefix"))),
        memberReader.secret("sharedKey"),
        memberReader.origin());
  }
}
