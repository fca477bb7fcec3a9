package io.github.hybridnet.config.schema;

import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.SourceLocation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the allowed values are worth offering: those that no rule refuses in that file. */
final class SuggestedValues {
  private static final Map<String, Set<String>> NOWHERE =
      Map.of(
          "skuTier", Set.of("Basic"),
          "peeringType", Set.of("MicrosoftPeering"));

  private static final Map<String, Set<String>> NOT_FOR_VPN =
      Map.of(
          "gatewayType", Set.of("ExpressRoute"),
          "connectionType", Set.of("ExpressRoute"),
          "vpnType", Set.of("PolicyBased"),
          "policy", Set.of("never"));

  private static final Map<String, Set<String>> NOT_FOR_EXPRESS_ROUTE =
      Map.of(
          "gatewayType", Set.of("Vpn"),
          "connectionType", Set.of("IPsec"),
          "vpnType", Set.of("PolicyBased"));

  private SuggestedValues() {}

  /** The values to offer at a place. */
  static List<String> of(SourceLocation sourceLocation, List<String> allowed) {
    String property =
        sourceLocation.pointer().substring(sourceLocation.pointer().lastIndexOf('/') + 1);
    Map<String, Set<String>> ofFile =
        sourceLocation.file().endsWith(ParameterFile.VPN_GATEWAY.fileName())
            ? NOT_FOR_VPN
            : sourceLocation.file().endsWith(ParameterFile.EXPRESS_ROUTE_GATEWAY.fileName())
                ? NOT_FOR_EXPRESS_ROUTE
                : Map.of();
    return allowed.stream()
        .filter(value -> !NOWHERE.getOrDefault(property, Set.of()).contains(value))
        .filter(value -> !ofFile.getOrDefault(property, Set.of()).contains(value))
        .toList();
  }
}
