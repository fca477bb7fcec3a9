package io.github.hybridnet.config;

import static io.github.hybridnet.config.Fields.need;

import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;

/** Makes a circuit of its file. */
final class CircuitMapper {
  private CircuitMapper() {}

  static Circuit map(Node root) {
    Fields fields = Fields.of(Fields.setting(root, "expressRouteCircuitSettings"));
    return new Circuit(
        need(fields.text("name")),
        fields.text("resourceGroup"),
        need(fields.text("skuTier")),
        need(fields.text("skuFamily")),
        new Circuit.Provider(
            need(fields.text("serviceProviderName")),
            need(fields.text("peeringLocation")),
            need(fields.integer("bandwidthInMbps"))),
        fields.truth("allowClassicOperations"),
        fields.list("peerings", node -> peering(Fields.of(node))),
        fields.texts("authorizations"),
        fields.textMap("tags"),
        fields.origin());
  }

  private static Peering peering(Fields fields) {
    return new Peering(
        need(fields.text("peeringType")),
        need(fields.integer("vlanId")),
        need(fields.number("peerASN")),
        new Cidr(need(fields.text("primaryPeerAddressPrefix"))),
        new Cidr(need(fields.text("secondaryPeerAddressPrefix"))),
        fields.secret("sharedKey"),
        fields.origin());
  }
}
