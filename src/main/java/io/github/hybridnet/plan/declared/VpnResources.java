package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayConnection;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.IpsecPolicy;
import io.github.hybridnet.model.LocalNetworkGateway;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The VPN gateway with its public addresses, the on-premises devices and the IPsec connections. */
final class VpnResources {
  private final Gateway gateway;
  private final List<GatewayConnection> connections;
  private final DeploymentScope deploymentScope;
  private final GatewayResources parts;

  VpnResources(
      GatewayDeclaration declaration, DeploymentScope deploymentScope, String virtualNetwork) {
    this.gateway = declaration.gateway();
    this.connections = declaration.connections();
    this.deploymentScope = deploymentScope;
    this.parts = new GatewayResources(gateway, deploymentScope, virtualNetwork);
  }

  List<DeclaredResource> resources() {
    List<DeclaredResource> all = new ArrayList<>();
    List<DeclaredResource> addresses = publicIps();
    all.addAll(addresses);
    all.add(
        parts.gateway(gatewayProperties(), addresses.stream().map(DeclaredResource::key).toList()));
    connections.forEach(connection -> all.add(localNetworkGateway(device(connection))));
    connections.forEach(connection -> all.add(connection(connection)));
    return all;
  }

  private List<DeclaredResource> publicIps() {
    String name = gateway.publicIp().name();
    DeclaredResource first = parts.publicIp(name, gateway.publicIp().named());
    return Boolean.TRUE.equals(gateway.activeActive())
        ? List.of(first, parts.publicIp(name + "-2", false))
        : List.of(first);
  }

  private BodyBuilder gatewayProperties() {
    BgpSettings bgpSettings = gateway.bgp();
    return BodyBuilder.of("vpnType", gateway.vpnType())
        .with("enableBgp", bgpSettings == null ? null : bgpSettings.enabled())
        .with("activeActive", gateway.activeActive())
        .with("vpnGatewayGeneration", gateway.generation())
        .with(
            "bgpSettings",
            bgpSettings == null || bgpSettings.asn() == null
                ? null
                : BodyBuilder.of("asn", bgpSettings.asn()));
  }

  private static LocalNetworkGateway device(GatewayConnection connection) {
    return Objects.requireNonNull(connection.localNetworkGateway());
  }

  private DeclaredResource localNetworkGateway(LocalNetworkGateway device) {
    ResourceKey key = deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device.name());
    BodyBuilder properties =
        BodyBuilder.of("gatewayIpAddress", device.ipAddress())
            .with("fqdn", device.fqdn())
            .with(
                "localNetworkAddressSpace",
                Map.of(
                    "addressPrefixes", device.addressPrefixes().stream().map(Cidr::text).toList()))
            .with("bgpSettings", bgpSettings(device.bgp()));
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .with("properties", properties)
            .map();
    return new DeclaredResource(
        key, body, List.of(deploymentScope.group()), deviceRules(key, device));
  }

  /** Prefixes that are not declared at all are not removed from an existing device. */
  private static WriteRules deviceRules(ResourceKey key, LocalNetworkGateway device) {
    WriteRules rules = WriteRules.locking(key);
    boolean silent =
        device.addressPrefixes().isEmpty() && !device.origin().declares("addressPrefixes");
    return silent ? rules.onlyWhenCreated("properties.localNetworkAddressSpace") : rules;
  }

  private static @Nullable BodyBuilder bgpSettings(@Nullable BgpSettings bgpSettings) {
    return bgpSettings == null
        ? null
        : BodyBuilder.of("asn", bgpSettings.asn())
            .with("bgpPeeringAddress", bgpSettings.peeringAddress());
  }

  private DeclaredResource connection(GatewayConnection gatewayConnection) {
    ResourceKey key = deploymentScope.key(ResourceType.CONNECTION, gatewayConnection.name());
    ResourceKey deviceKey =
        deploymentScope.key(ResourceType.LOCAL_NETWORK_GATEWAY, device(gatewayConnection).name());
    GatewayConnection.Options options = gatewayConnection.options();
    BodyBuilder properties =
        BodyBuilder.of("virtualNetworkGateway1", BodyBuilder.id(parts.key()))
            .with("localNetworkGateway2", BodyBuilder.id(deviceKey))
            .with("connectionType", "IPsec")
            .with("sharedKey", gatewayConnection.sharedKey())
            .with("routingWeight", options.routingWeight())
            .with("enableBgp", options.enableBgp())
            .with("dpdTimeoutSeconds", options.dpdTimeoutSeconds())
            .with("ipsecPolicies", policies(gatewayConnection));
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .with("properties", properties)
            .map();
    return new DeclaredResource(
        key, body, List.of(parts.key(), deviceKey), WriteRules.locking(key, parts.key()));
  }

  /** An empty list that was declared asks for Azure's own policies again. */
  private static @Nullable List<Map<String, Object>> policies(GatewayConnection gatewayConnection) {
    List<IpsecPolicy> policies = gatewayConnection.options().ipsecPolicies();
    return policies.isEmpty() && !gatewayConnection.origin().declares("ipsecPolicies")
        ? null
        : policies.stream().map(VpnResources::policy).toList();
  }

  private static Map<String, Object> policy(IpsecPolicy policy) {
    return BodyBuilder.of("saLifeTimeSeconds", policy.saLifeTimeSeconds())
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
