package io.github.hybridnet.azure.resource;

import com.azure.core.management.SubResource;
import com.azure.resourcemanager.network.fluent.models.ApplicationGatewayIpConfigurationInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitAuthorizationInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitConnectionInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitInner;
import com.azure.resourcemanager.network.fluent.models.ExpressRouteCircuitPeeringInner;
import com.azure.resourcemanager.network.fluent.models.IpConfigurationInner;
import com.azure.resourcemanager.network.fluent.models.IpConfigurationProfileInner;
import com.azure.resourcemanager.network.fluent.models.NetworkInterfaceInner;
import com.azure.resourcemanager.network.fluent.models.NetworkSecurityGroupInner;
import com.azure.resourcemanager.network.fluent.models.PeerExpressRouteCircuitConnectionInner;
import com.azure.resourcemanager.network.fluent.models.PrivateEndpointInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import com.azure.resourcemanager.network.models.ResourceNavigationLink;
import com.azure.resourcemanager.network.models.ServiceAssociationLink;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads which resources use a resource. The SDK's models know it and do not write it, so that it is
 * missing in what they turn into JSON.
 */
final class ResourceUsersReader {
  private ResourceUsersReader() {}

  /** The used subnets with their users, as {@code Uses.SUBNETS} says. */
  static List<Map<String, Object>> of(VirtualNetworkInner network) {
    return all(network.subnets())
        .map(s -> Map.<String, Object>of("name", text(s.name()), "users", users(s)))
        .filter(s -> !List.of().equals(s.get("users")))
        .toList();
  }

  private static List<String> users(SubnetInner subnet) {
    return Stream.of(
            ids(subnet.ipConfigurations(), IpConfigurationInner::id),
            ids(subnet.ipConfigurationProfiles(), IpConfigurationProfileInner::id),
            ids(subnet.privateEndpoints(), PrivateEndpointInner::id),
            ids(
                subnet.applicationGatewayIpConfigurations(),
                ApplicationGatewayIpConfigurationInner::id),
            ids(subnet.resourceNavigationLinks(), ResourceUsersReader::user),
            ids(subnet.serviceAssociationLinks(), ResourceUsersReader::user))
        .flatMap(each -> each)
        .distinct()
        .toList();
  }

  private static String user(ResourceNavigationLink link) {
    return first(link.link(), link.linkedResourceType(), link.name());
  }

  private static String user(ServiceAssociationLink link) {
    return first(link.link(), link.linkedResourceType(), link.name());
  }

  static List<String> of(NetworkSecurityGroupInner group) {
    return Stream.concat(
            ids(group.subnets(), SubResource::id),
            ids(group.networkInterfaces(), NetworkInterfaceInner::id))
        .toList();
  }

  static List<Map<String, Object>> of(ExpressRouteCircuitInner circuit) {
    return all(circuit.authorizations()).map(ResourceUsersReader::authorization).toList();
  }

  private static Map<String, Object> authorization(ExpressRouteCircuitAuthorizationInner given) {
    return Map.of(
        "name",
        text(given.name()),
        "useStatus",
        text(given.authorizationUseStatus()),
        "connection",
        text(given.connectionResourceUri()));
  }

  /** The connections of a peering to other circuits, of either side. */
  static List<String> of(ExpressRouteCircuitPeeringInner peering) {
    return Stream.concat(
            ids(peering.connections(), ExpressRouteCircuitConnectionInner::name),
            ids(peering.peeredConnections(), PeerExpressRouteCircuitConnectionInner::name))
        .toList();
  }

  private static <T> Stream<String> ids(
      @Nullable List<T> elements, Function<T, @Nullable String> id) {
    return all(elements).map(id).filter(Objects::nonNull);
  }

  private static <T> Stream<T> all(@Nullable List<T> elements) {
    return elements == null ? Stream.empty() : elements.stream();
  }

  private static String first(@Nullable String... texts) {
    return Stream.of(texts).filter(Objects::nonNull).findFirst().orElse("a service");
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
