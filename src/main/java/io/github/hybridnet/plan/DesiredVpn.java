package io.github.hybridnet.plan;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Connection;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The VPN gateway with its public addresses, the on-premises device and the IPsec connection. */
final class DesiredVpn {
  private final Gateway gateway;
  private final Connection connection;
  private final LocalNetworkGateway device;
  private final Scope scope;
  private final GatewayParts parts;

  DesiredVpn(GatewayDeclaration declaration, Scope scope, String virtualNetwork) {
    this.gateway = declaration.gateway();
    this.connection = declaration.connection();
    this.device = Objects.requireNonNull(connection.localNetworkGateway());
    this.scope = scope;
    this.parts = new GatewayParts(gateway, scope, virtualNetwork);
  }

  List<DesiredResource> resources() {
    List<DesiredResource> all = new ArrayList<>();
    List<DesiredResource> addresses = publicIps();
    all.addAll(addresses);
    all.add(
        parts.gateway(gatewayProperties(), addresses.stream().map(DesiredResource::key).toList()));
    all.add(localNetworkGateway());
    all.add(connection());
    return all;
  }

  private List<DesiredResource> publicIps() {
    String name = gateway.publicIp().name();
    DesiredResource first = parts.publicIp(name, gateway.publicIp().named());
    return Boolean.TRUE.equals(gateway.activeActive())
        ? List.of(first, parts.publicIp(name + "-2", false))
        : List.of(first);
  }

  private Body gatewayProperties() {
    Bgp bgp = gateway.bgp();
    return Body.of("vpnType", gateway.vpnType())
        .with("enableBgp", bgp == null ? null : bgp.enabled())
        .with("activeActive", gateway.activeActive())
        .with("vpnGatewayGeneration", gateway.generation())
        .with("bgpSettings", bgp == null || bgp.asn() == null ? null : Body.of("asn", bgp.asn()));
  }

  private DesiredResource localNetworkGateway() {
    ResourceKey key = scope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name());
    Body properties =
        Body.of("gatewayIpAddress", device.ipAddress())
            .with("fqdn", device.fqdn())
            .with(
                "localNetworkAddressSpace",
                Map.of(
                    "addressPrefixes", device.addressPrefixes().stream().map(Cidr::text).toList()))
            .with("bgpSettings", bgpSettings(device.bgp()));
    Map<String, Object> body =
        Body.of("location", scope.region().name()).with("properties", properties).map();
    return new DesiredResource(key, body, List.of(scope.group()), deviceRules(key));
  }

  /** Prefixes that are not declared at all are not taken away from a device that stands. */
  private WriteRules deviceRules(ResourceKey key) {
    WriteRules rules = WriteRules.locking(key);
    boolean silent =
        device.addressPrefixes().isEmpty() && !device.origin().declares("addressPrefixes");
    return silent ? rules.onlyWhenCreated("properties.localNetworkAddressSpace") : rules;
  }

  private static @Nullable Body bgpSettings(@Nullable Bgp bgp) {
    return bgp == null
        ? null
        : Body.of("asn", bgp.asn()).with("bgpPeeringAddress", bgp.peeringAddress());
  }

  private DesiredResource connection() {
    ResourceKey key = scope.key(ResourceType.CONNECTION, connection.name());
    ResourceKey deviceKey = scope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name());
    Connection.Options options = connection.options();
    Body properties =
        Body.of("virtualNetworkGateway1", Body.id(parts.key()))
            .with("localNetworkGateway2", Body.id(deviceKey))
            .with("connectionType", "IPsec")
            .with("sharedKey", connection.sharedKey())
            .with("routingWeight", options.routingWeight())
            .with("enableBgp", options.enableBgp())
            .with("dpdTimeoutSeconds", options.dpdTimeoutSeconds())
            .with("ipsecPolicies", policies());
    Map<String, Object> body =
        Body.of("location", scope.region().name()).with("properties", properties).map();
    return new DesiredResource(
        key, body, List.of(parts.key(), deviceKey), WriteRules.locking(key, parts.key()));
  }

  /** An empty list that was declared asks for Azure's own policies again. */
  private @Nullable List<Map<String, Object>> policies() {
    List<IpsecPolicy> policies = connection.options().ipsecPolicies();
    return policies.isEmpty() && !connection.origin().declares("ipsecPolicies")
        ? null
        : policies.stream().map(DesiredVpn::policy).toList();
  }

  private static Map<String, Object> policy(IpsecPolicy policy) {
    return Body.of("saLifeTimeSeconds", policy.saLifeTimeSeconds())
        .with("saDataSizeKilobytes", policy.saDataSizeKilobytes())
        .with("ipsecEncryption", policy.ipsec().encryption())
        .with("ipsecIntegrity", policy.ipsec().integrity())
        .with("ikeEncryption", policy.ike().algorithms().encryption())
        .with("ikeIntegrity", policy.ike().algorithms().integrity())
        .with("dhGroup", policy.ike().dhGroup())
        .with("pfsGroup", policy.pfsGroup())
        .map();
  }
}
