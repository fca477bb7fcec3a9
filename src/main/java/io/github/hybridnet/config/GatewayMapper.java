package io.github.hybridnet.config;

import static io.github.hybridnet.config.Fields.need;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.PublicIp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a gateway of its file. */
final class GatewayMapper {
  /** The name of a public address in the architecture's templates: the gateway's and this. */
  private static final String PUBLIC_IP_SUFFIX = "-pip";

  private GatewayMapper() {}

  static GatewayDeclaration map(Node root) {
    return new GatewayDeclaration(
        VirtualNetworkMapper.reference(root),
        gateway(Fields.of(Fields.setting(root, "virtualNetworkGatewaySettings"))),
        ConnectionMapper.map(Fields.of(Fields.setting(root, "connectionSettings"))));
  }

  private static Gateway gateway(Fields fields) {
    String name = need(fields.text("name"));
    GatewayType type = GatewayType.of(need(fields.text("gatewayType"))).orElse(null);
    String sku = need(fields.text("sku"));
    return new Gateway(
        name,
        need(type),
        fields.text("vpnType"),
        GatewaySku.find(need(type), sku).map(GatewaySku::name).orElse(sku),
        fields.text("generation"),
        fields.truth("activeActive"),
        bgp(fields),
        autoscale(fields.object("autoscale")),
        publicIp(name, fields),
        fields.origin());
  }

  private static @Nullable Bgp bgp(Fields fields) {
    Boolean enabled = fields.truth("enableBgp");
    Long asn = fields.number("asn");
    String address = fields.text("bgpPeeringAddress");
    return enabled == null && asn == null && address == null
        ? null
        : new Bgp(enabled, asn, address, fields.origin());
  }

  private static Gateway.@Nullable Autoscale autoscale(@Nullable Fields fields) {
    if (fields == null) {
      return null;
    }
    return new Gateway.Autoscale(need(fields.integer("min")), need(fields.integer("max")));
  }

  private static PublicIp publicIp(String gateway, Fields fields) {
    Fields own = fields.object("publicIp");
    String name = own == null ? null : own.text("name");
    String policy = own == null ? null : own.text("policy");
    List<String> zones = own == null ? null : zones(own);
    return new PublicIp(
        policy == null
            ? PublicIp.Policy.AUTO
            : PublicIp.Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
        name == null ? gateway + PUBLIC_IP_SUFFIX : name,
        name != null,
        zones == null ? zones(fields) : zones,
        (own == null ? fields : own).origin());
  }

  private static @Nullable List<String> zones(Fields fields) {
    return fields.node("zones") == null ? null : fields.texts("zones");
  }
}
