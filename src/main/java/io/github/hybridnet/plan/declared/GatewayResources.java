package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What VPN and ExpressRoute gateways have in common. */
final class GatewayResources {
  private final Gateway gateway;
  private final DeploymentScope deploymentScope;
  private final String virtualNetwork;

  GatewayResources(Gateway gateway, DeploymentScope deploymentScope, String virtualNetwork) {
    this.gateway = gateway;
    this.deploymentScope = deploymentScope;
    this.virtualNetwork = virtualNetwork;
  }

  ResourceKey key() {
    return deploymentScope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, gateway.name());
  }

  ResourceKey networkKey() {
    return deploymentScope.key(ResourceType.VIRTUAL_NETWORK, virtualNetwork);
  }

  /**
   * Standard and static, which every gateway needs since December 2023.
   *
   * @param named whether the name is declared; otherwise a gateway keeps the address that it has
   */
  DeclaredResource publicIp(String name, boolean named) {
    ResourceKey key = deploymentScope.key(ResourceType.PUBLIC_IP, name);
    List<String> zones = gateway.publicIp().zones();
    @Nullable List<String> chosen =
        deploymentScope.zones().isEmpty() ? null : deploymentScope.zones();
    boolean zonal = gateway.sku().toUpperCase(Locale.ROOT).endsWith("AZ");
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name())
            .with("zones", zones != null ? zones : zonal ? chosen : null)
            .with("sku", Map.of("name", "Standard"))
            .with("properties", Map.of("publicIPAllocationMethod", "Static"))
            .map();
    // Nobody declares them: an address that exists keeps its own, such as Basic of an old gateway.
    List<String> createOnly =
        new ArrayList<>(List.of("sku.name", "properties.publicIPAllocationMethod"));
    if (!named) {
      createOnly.add(DeclaredPublicIp.NAME);
    }
    if (zones == null) {
      createOnly.add(DeclaredPublicIp.ZONES);
    }
    WriteRules rules = WriteRules.locking(key).onlyWhenCreated(createOnly.toArray(new String[0]));
    DeclaredResource address =
        new DeclaredResource(key, body, List.of(deploymentScope.group()), rules);
    return zones == null && body.containsKey(DeclaredPublicIp.ZONES)
        ? address.orElse(ErrorCode.NO_ZONES, new DeclaredPublicIp(address).inZones(List.of()))
        : address;
  }

  /** The gateway with an IP configuration for each public address, or with one that has none. */
  DeclaredResource gateway(BodyBuilder properties, List<ResourceKey> publicIps) {
    List<Map<String, Object>> configurations = new ArrayList<>();
    for (int i = 0; i < Math.max(1, publicIps.size()); i++) {
      configurations.add(ipConfiguration(i, publicIps.isEmpty() ? null : publicIps.get(i)));
    }
    BodyBuilder all =
        BodyBuilder.of("ipConfigurations", configurations)
            .with("gatewayType", gateway.type().armName());
    properties.map().forEach(all::with);
    all.with("sku", Map.of("name", gateway.sku(), "tier", gateway.sku()));
    Map<String, Object> body =
        BodyBuilder.of("location", deploymentScope.region().name()).with("properties", all).map();
    List<ResourceKey> before = new ArrayList<>(publicIps);
    before.add(networkKey());
    // Azure moves gateways to another generation by itself (vpn-gateway/gateway-sku-upgrade).
    WriteRules rules =
        WriteRules.locking(key())
            .onlyWhenCreated("properties.vpnGatewayGeneration")
            .expecting(assigned(gateway.bgp()));
    return new DeclaredResource(key(), body, before, rules);
  }

  /** Azure gives a gateway its BGP address: declared, it is only compared with the actual one. */
  private static Map<String, Object> assigned(@Nullable BgpSettings bgpSettings) {
    String address = bgpSettings == null ? null : bgpSettings.peeringAddress();
    return address == null
        ? Map.of()
        : Map.of("properties", Map.of("bgpSettings", Map.of("bgpPeeringAddress", address)));
  }

  private Map<String, Object> ipConfiguration(int index, @Nullable ResourceKey publicIp) {
    String subnet = networkKey().id() + "/subnets/" + Subnet.GATEWAY_SUBNET;
    BodyBuilder properties =
        BodyBuilder.of("privateIPAllocationMethod", "Dynamic").with("subnet", Map.of("id", subnet));
    if (publicIp != null) {
      properties.with("publicIPAddress", BodyBuilder.id(publicIp));
    }
    return BodyBuilder.of("name", index == 0 ? "default" : "activeActive")
        .with("properties", properties)
        .map();
  }
}
