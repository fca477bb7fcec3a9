package io.github.hybridnet.azure.resource;

import com.azure.core.management.SubResource;
import com.azure.resourcemanager.network.fluent.models.IpConfigurationInner;
import com.azure.resourcemanager.network.fluent.models.SubnetInner;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The gateways in a virtual network's GatewaySubnet, by the IP configurations that it lists. */
final class NetworkGatewaysReader {
  private static final Pattern OWNER =
      Pattern.compile(
          "(?<id>/.*/virtualNetworkGateways/[^/]+)/ipConfigurations/[^/]+",
          Pattern.CASE_INSENSITIVE);

  private NetworkGatewaysReader() {}

  static List<String> gatewayIds(VirtualNetworkInner network) {
    return Objects.requireNonNullElse(network.subnets(), List.<SubnetInner>of()).stream()
        .filter(subnet -> "GatewaySubnet".equalsIgnoreCase(subnet.name()))
        .flatMap(NetworkGatewaysReader::configurations)
        .map(OWNER::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group("id"))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> configurations(SubnetInner subnet) {
    return Objects.requireNonNullElse(subnet.ipConfigurations(), List.<IpConfigurationInner>of())
        .stream()
        .map(SubResource::id)
        .filter(Objects::nonNull);
  }
}
