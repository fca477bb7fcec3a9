package io.github.hybridnet.azure.resource;

import com.azure.core.management.SubResource;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitAuthorizationInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitPeeringInner;
import com.azure.resourcemanager.network.fluent.models.LocalNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NatGatewayInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PublicIpAddressInner;
import com.azure.resourcemanager.network.fluent.models.SecurityRuleInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayConnectionInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkGatewayInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.resources.fluent.models.ResourceGroupInner;
import com.azure.resourcemanager.resources.models.ResourceGroupProperties;
import io.github.hybridnet.arm.NetworkGateways;
import io.github.hybridnet.arm.ResourceUsers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the service alone says of resources, under the names of Azure Resource Manager.
 *
 * <p>Only those types are written against their etag whose reads carry an {@code ETag} header.
 * Gateways, connections and circuits have an etag in their body alone, which other resources'
 * operations change.
 */
final class ObservedFactsReader {
  private ObservedFactsReader() {}

  static ObservedFacts of(ResourceGroupInner group) {
    ResourceGroupProperties properties = group.properties();
    return ObservedFacts.of(
        group.name(), properties == null ? null : properties.provisioningState());
  }

  static ObservedFacts of(NetworkSecurityGroupInner group) {
    return ObservedFacts.of(group.name(), group.provisioningState())
        .versioned(group.etag())
        .with(ResourceUsers.SECURITY_GROUP, ResourceUsersReader.of(group))
        .with("resourceGuid", group.resourceGuid());
  }

  static ObservedFacts of(SecurityRuleInner rule) {
    return ObservedFacts.of(rule.name(), rule.provisioningState()).versioned(rule.etag());
  }

  static ObservedFacts of(SubnetInner subnet) {
    return ObservedFacts.of(subnet.name(), subnet.provisioningState()).versioned(subnet.etag());
  }

  static ObservedFacts of(ExpressRouteCircuitAuthorizationInner authorization) {
    return ObservedFacts.of(authorization.name(), authorization.provisioningState());
  }

  static ObservedFacts of(VirtualNetworkInner network) {
    return ObservedFacts.of(network.name(), network.provisioningState())
        .versioned(network.etag())
        .with(NetworkGateways.FACT, NetworkGatewaysReader.gatewayIds(network))
        .with(ResourceUsers.SUBNETS, ResourceUsersReader.of(network))
        .with("resourceGuid", network.resourceGuid());
  }

  static ObservedFacts of(PublicIpAddressInner address) {
    return ObservedFacts.of(address.name(), address.provisioningState())
        .versioned(address.etag())
        .with("ipAddress", address.ipAddress())
        .with("ipConfiguration", holder(address))
        .with("resourceGuid", address.resourceGuid());
  }

  static ObservedFacts of(LocalNetworkGatewayInner gateway) {
    return ObservedFacts.of(gateway.name(), gateway.provisioningState())
        .versioned(gateway.etag())
        .with("resourceGuid", gateway.resourceGuid());
  }

  static ObservedFacts of(VirtualNetworkGatewayInner gateway) {
    return ObservedFacts.of(gateway.name(), gateway.provisioningState())
        .with("resourceGuid", gateway.resourceGuid());
  }

  static ObservedFacts of(VirtualNetworkGatewayConnectionInner connection) {
    return ObservedFacts.of(connection.name(), connection.provisioningState())
        .with("connectionStatus", connection.connectionStatus())
        .with("ingressBytesTransferred", connection.ingressBytesTransferred())
        .with("egressBytesTransferred", connection.egressBytesTransferred())
        .with("resourceGuid", connection.resourceGuid());
  }

  static ObservedFacts of(ExpressRouteCircuitInner circuit) {
    List<ExpressRouteCircuitPeeringInner> peerings =
        Objects.requireNonNullElse(circuit.peerings(), List.of());
    return ObservedFacts.of(circuit.name(), circuit.provisioningState())
        .with("serviceKey", circuit.serviceKey())
        .with("circuitProvisioningState", circuit.circuitProvisioningState())
        .with("serviceProviderProvisioningState", circuit.serviceProviderProvisioningState())
        .with(ResourceUsers.AUTHORIZATIONS, ResourceUsersReader.of(circuit))
        .with("peerings", peerings.stream().map(ObservedFactsReader::summary).toList());
  }

  static ObservedFacts of(ExpressRouteCircuitPeeringInner peering) {
    ObservedFacts observedFacts = ObservedFacts.of(peering.name(), peering.provisioningState());
    summary(peering).forEach(observedFacts::with);
    return observedFacts;
  }

  private static Map<String, Object> summary(ExpressRouteCircuitPeeringInner peering) {
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("name", Objects.toString(peering.name(), ""));
    summary.put("peeringType", Objects.toString(peering.peeringType(), ""));
    summary.put("state", Objects.toString(peering.state(), ""));
    summary.put("provisioningState", Objects.toString(peering.provisioningState(), ""));
    summary.put("lastModifiedBy", Objects.toString(peering.lastModifiedBy(), ""));
    List<String> reach = ResourceUsersReader.of(peering);
    if (!reach.isEmpty()) {
      summary.put(ResourceUsers.GLOBAL_REACH, reach);
    }
    return summary;
  }

  /** A NAT gateway has an address without an IP configuration. */
  private static @Nullable String holder(PublicIpAddressInner address) {
    NatGatewayInner gateway = address.natGateway();
    return gateway == null || gateway.id() == null ? id(address.ipConfiguration()) : gateway.id();
  }

  private static @Nullable String id(@Nullable SubResource resource) {
    return resource == null ? null : resource.id();
  }
}
