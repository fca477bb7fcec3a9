package io.github.hybridnet.config;

import static io.github.hybridnet.config.Fields.need;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.model.LocalNetworkGateway;
import org.jspecify.annotations.Nullable;

/** Makes a connection of the settings of its gateway's file. */
final class ConnectionMapper {
  private ConnectionMapper() {}

  static Connection map(Fields fields) {
    return new Connection(
        need(fields.text("name")),
        need(fields.text("connectionType")),
        need(need(fields.object("virtualNetworkGateway1")).text("name")),
        fields.secret("sharedKey"),
        device(fields.object("localNetworkGateway")),
        circuit(fields.object("expressRouteCircuit")),
        options(fields),
        fields.origin());
  }

  private static Connection.Options options(Fields fields) {
    return new Connection.Options(
        fields.integer("routingWeight"),
        fields.truth("enableBgp"),
        fields.list("ipsecPolicies", node -> policy(Fields.of(node))),
        fields.integer("dpdTimeoutSeconds"),
        fields.secret("authorizationKey"),
        fields.truth("expressRouteGatewayBypass"));
  }

  private static @Nullable LocalNetworkGateway device(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    return new LocalNetworkGateway(
        need(fields.text("name")),
        fields.text("ipAddress"),
        fields.text("fqdn"),
        fields.prefixes("addressPrefixes"),
        bgp(fields.object("bgp")),
        fields.origin());
  }

  private static @Nullable Bgp bgp(@Nullable Fields fields) {
    return fields == null
        ? null
        : new Bgp(null, fields.number("asn"), fields.text("bgpPeeringAddress"), fields.origin());
  }

  private static @Nullable CircuitReference circuit(@Nullable Fields fields) {
    return fields == null
        ? null
        : new CircuitReference(
            fields.text("name"),
            fields.text("resourceGroup"),
            fields.text("subscriptionId"),
            fields.text("id"),
            fields.origin());
  }

  private static IpsecPolicy policy(Fields fields) {
    return new IpsecPolicy(
        need(fields.integer("saLifeTimeSeconds")),
        need(fields.integer("saDataSizeKilobytes")),
        algorithms(fields, "ipsec"),
        new IpsecPolicy.Ike(algorithms(fields, "ike"), need(fields.text("dhGroup"))),
        need(fields.text("pfsGroup")),
        fields.origin());
  }

  private static IpsecPolicy.Algorithms algorithms(Fields fields, String protocol) {
    return new IpsecPolicy.Algorithms(
        need(fields.text(protocol + "Encryption")), need(fields.text(protocol + "Integrity")));
  }
}
