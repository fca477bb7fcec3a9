package io.github.hybridnet.config.mapping;

import static io.github.hybridnet.config.mapping.MemberReader.need;

import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.GatewaySku;
import io.github.hybridnet.model.GatewayType;
import io.github.hybridnet.model.PublicIp;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a gateway of its file. */
public final class GatewayMapper {
  /** The name of a public address in the architecture's templates: the gateway's and this. */
  private static final String PUBLIC_IP_SUFFIX = "-pip";

  private GatewayMapper() {}

  public static GatewayDeclaration map(Node root) {
    return new GatewayDeclaration(
        VirtualNetworkMapper.reference(root),
        gateway(MemberReader.of(MemberReader.setting(root, "virtualNetworkGatewaySettings"))),
        MemberReader.settings(root, "connectionSettings").stream()
            .map(ConnectionMapper::map)
            .toList());
  }

  private static Gateway gateway(MemberReader memberReader) {
    String name = need(memberReader.text("name"));
    GatewayType type = GatewayType.of(need(memberReader.text("gatewayType"))).orElse(null);
    String sku = need(memberReader.text("sku"));
    return new Gateway(
        name,
        need(type),
        memberReader.text("vpnType"),
        GatewaySku.find(need(type), sku).map(GatewaySku::name).orElse(sku),
        memberReader.text("generation"),
        memberReader.truth("activeActive"),
        bgp(memberReader),
        autoscale(memberReader.object("autoscale")),
        publicIp(name, memberReader),
        memberReader.origin());
  }

  private static @Nullable BgpSettings bgp(MemberReader memberReader) {
    Boolean enabled = memberReader.truth("enableBgp");
    Long asn = memberReader.number("asn");
    String address = memberReader.text("bgpPeeringAddress");
    return enabled == null && asn == null && address == null
        ? null
        : new BgpSettings(enabled, asn, address, memberReader.origin());
  }

  private static Gateway.@Nullable Autoscale autoscale(@Nullable MemberReader memberReader) {
    if (memberReader == null) {
      return null;
    }
    return new Gateway.Autoscale(
        need(memberReader.integer("min")), need(memberReader.integer("max")));
  }

  private static PublicIp publicIp(String gateway, MemberReader memberReader) {
    MemberReader own = memberReader.object("publicIp");
    String name = own == null ? null : own.text("name");
    String policy = own == null ? null : own.text("policy");
    List<String> zones = own == null ? null : zones(own);
    return new PublicIp(
        policy == null
            ? PublicIp.Policy.AUTO
            : PublicIp.Policy.valueOf(policy.toUpperCase(Locale.ROOT)),
        name == null ? gateway + PUBLIC_IP_SUFFIX : name,
        name != null,
        zones == null ? zones(memberReader) : zones,
        (own == null ? memberReader : own).origin());
  }

  private static @Nullable List<String> zones(MemberReader memberReader) {
    return memberReader.node("zones") == null ? null : memberReader.texts("zones");
  }
}
