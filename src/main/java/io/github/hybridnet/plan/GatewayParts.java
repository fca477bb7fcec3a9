package io.github.hybridnet.plan;

import io.github.hybridnet.model.Bgp;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.Subnet;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What VPN and ExpressRoute gateways have in common. */
final class GatewayParts {
  /** The refusal of zones where the list of locations did not tell. */
  private static final String LOCATION_WITHOUT_ZONES = "LocationNotSupportAvailabilityZones";

  private final Gateway gateway;
  private final Scope scope;
  private final String virtualNetwork;

  GatewayParts(Gateway gateway, Scope scope, String virtualNetwork) {
    this.gateway = gateway;
    this.scope = scope;
    this.virtualNetwork = virtualNetwork;
  }

  ResourceKey key() {
    return scope.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, gateway.name());
  }

  ResourceKey networkKey() {
    return scope.key(ResourceType.VIRTUAL_NETWORK, virtualNetwork);
  }

  /**
   * Standard and static, which every gateway needs since December 2023.
   *
   * @param named whether the name is declared; otherwise a gateway keeps the address that it has
   */
  DesiredResource publicIp(String name, boolean named) {
    ResourceKey key = scope.key(ResourceType.PUBLIC_IP, name);
    List<String> zones = gateway.publicIp().zones();
    @Nullable List<String> chosen = scope.zones().isEmpty() ? null : scope.zones();
    boolean zonal = gateway.sku().toUpperCase(Locale.ROOT).endsWith("AZ");
    Map<String, Object> body =
        Body.of("location", scope.region().name())
            .with("zones", zones != null ? zones : zonal ? chosen : null)
            .with("sku", Map.of("name", "Standard"))
            .with("properties", Map.of("publicIPAllocationMethod", "Static"))
            .map();
    List<String> createOnly = new ArrayList<>();
    if (!named) {
      createOnly.add(PublicAddress.NAME);
    }
    if (zones == null) {
      createOnly.add(PublicAddress.ZONES);
    }
    WriteRules rules = WriteRules.locking(key).onlyWhenCreated(createOnly.toArray(new String[0]));
    DesiredResource address = new DesiredResource(key, body, List.of(scope.group()), rules);
    return zones == null && body.containsKey(PublicAddress.ZONES)
        ? address.orElse(LOCATION_WITHOUT_ZONES, new PublicAddress(address).inZones(List.of()))
        : address;
  }

  /** The gateway with an IP configuration for each public address, or with one that has none. */
  DesiredResource gateway(Body properties, List<ResourceKey> publicIps) {
    List<Map<String, Object>> configurations = new ArrayList<>();
    for (int i = 0; i < Math.max(1, publicIps.size()); i++) {
      configurations.add(ipConfiguration(i, publicIps.isEmpty() ? null : publicIps.get(i)));
    }
    Body all =
        Body.of("ipConfigurations", configurations).with("gatewayType", gateway.type().armName());
    properties.map().forEach(all::with);
    all.with("sku", Map.of("name", gateway.sku(), "tier", gateway.sku()));
    Map<String, Object> body =
        Body.of("location", scope.region().name()).with("properties", all).map();
    List<ResourceKey> before = new ArrayList<>(publicIps);
    before.add(networkKey());
    // Azure moves gateways to another generation by itself (vpn-gateway/gateway-sku-upgrade).
    WriteRules rules =
        WriteRules.locking(key())
            .onlyWhenCreated("properties.vpnGatewayGeneration")
            .expecting(assigned(gateway.bgp()));
    return new DesiredResource(key(), body, before, rules);
  }

  /** Azure gives a gateway its BGP address: declared, it is only held against what stands. */
  private static Map<String, Object> assigned(@Nullable Bgp bgp) {
    String address = bgp == null ? null : bgp.peeringAddress();
    return address == null
        ? Map.of()
        : Map.of("properties", Map.of("bgpSettings", Map.of("bgpPeeringAddress", address)));
  }

  private Map<String, Object> ipConfiguration(int index, @Nullable ResourceKey publicIp) {
    String subnet = networkKey().id() + "/subnets/" + Subnet.GATEWAY_SUBNET;
    Body properties =
        Body.of("privateIPAllocationMethod", "Dynamic").with("subnet", Map.of("id", subnet));
    if (publicIp != null) {
      properties.with("publicIPAddress", Body.id(publicIp));
    }
    return Body.of("name", index == 0 ? "default" : "activeActive")
        .with("properties", properties)
        .map();
  }
}
