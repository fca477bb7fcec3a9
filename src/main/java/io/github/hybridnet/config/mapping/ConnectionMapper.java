package io.github.hybridnet.config.mapping;

import static io.github.hybridnet.config.mapping.MemberReader.need;

import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.CircuitReference;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.model.LocalNetworkGateway;
import org.jspecify.annotations.Nullable;

/** Makes a connection of the settings of its gateway's file. */
final class ConnectionMapper {
  private ConnectionMapper() {}

  static GatewayConnection map(MemberReader memberReader) {
    return new GatewayConnection(
        need(memberReader.text("name")),
        need(memberReader.text("connectionType")),
        need(need(memberReader.object("virtualNetworkGateway1")).text("name")),
        memberReader.secret("sharedKey"),
        device(memberReader.object("localNetworkGateway")),
        circuit(memberReader.object("expressRouteCircuit")),
        options(memberReader),
        memberReader.origin());
  }

  private static GatewayConnection.Options options(MemberReader memberReader) {
    return new GatewayConnection.Options(
        memberReader.integer("routingWeight"),
        memberReader.truth("enableBgp"),
        memberReader.list("ipsecPolicies", node -> policy(MemberReader.of(node))),
        memberReader.integer("dpdTimeoutSeconds"),
        memberReader.secret("authorizationKey"),
        memberReader.truth("expressRouteGatewayBypass"));
  }

  private static @Nullable LocalNetworkGateway device(@Nullable MemberReader memberReader) {
    if (memberReader == null) {
      return null;
    }
    return new LocalNetworkGateway(
        need(memberReader.text("name")),
        memberReader.text("ipAddress"),
        memberReader.text("fqdn"),
        memberReader.prefixes("addressPrefixes"),
        bgp(memberReader.object("bgp")),
        memberReader.origin());
  }

  private static @Nullable BgpSettings bgp(@Nullable MemberReader memberReader) {
    return memberReader == null
        ? null
        : new BgpSettings(
            null,
            memberReader.number("asn"),
            memberReader.text("bgpPeeringAddress"),
            memberReader.origin());
  }

  private static @Nullable CircuitReference circuit(@Nullable MemberReader memberReader) {
    return memberReader == null
        ? null
        : new CircuitReference(
            memberReader.text("name"),
            memberReader.text("resourceGroup"),
            memberReader.text("subscriptionId"),
            memberReader.text("id"),
            memberReader.origin());
  }

  private static IpsecPolicy policy(MemberReader memberReader) {
    return new IpsecPolicy(
        need(memberReader.integer("saLifeTimeSeconds")),
        need(memberReader.integer("saDataSizeKilobytes")),
        algorithms(memberReader, "ipsec"),
        new IpsecPolicy.Ike(algorithms(memberReader, "ike"), need(memberReader.text("dhGroup"))),
        need(memberReader.text("pfsGroup")),
        memberReader.origin());
  }

  private static IpsecPolicy.Algorithms algorithms(MemberReader memberReader, String protocol) {
    return new IpsecPolicy.Algorithms(
        need(memberReader.text(protocol + "Encryption")),
        need(memberReader.text(protocol + "Integrity")));
  }
}
