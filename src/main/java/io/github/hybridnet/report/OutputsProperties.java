package io.github.hybridnet.report;

import io.github.hybridnet.arm.ResourceType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outputs as {@code hybridnet.*} properties for later plugins of the same build. */
public final class OutputsProperties {
  private static final Pattern FIXED =
      Pattern.compile(
          "hybridnet\\.(outputs\\.cloud|circuit\\.(name|id|serviceKey|providerState)"
              + "|(vpnGateway|expressRouteGateway)"
              + "\\.(name|id|publicIpAddresses|bgpPeeringAddress|asn))");

  private static final Set<String> KINDS =
      Stream.of(ResourceType.values())
          .map(type -> kind(type.armName()))
          .collect(Collectors.toUnmodifiableSet());

  private OutputsProperties() {}

  /** The properties, sorted by name. */
  public static Map<String, String> of(GoalOutputs goalOutputs) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("hybridnet.outputs.cloud", goalOutputs.cloud());
    for (GoalOutputs.Entry entry : goalOutputs.resources()) {
      properties.put("hybridnet." + kind(entry.type()) + "." + entry.name() + ".id", entry.id());
    }
    for (GoalOutputs.GatewayEntry gateway : goalOutputs.gateways()) {
      String prefix =
          gateway.type().equals("Vpn") ? "hybridnet.vpnGateway." : "hybridnet.expressRouteGateway.";
      properties.put(prefix + "name", gateway.name());
      properties.put(prefix + "id", gateway.id());
      properties.put(prefix + "publicIpAddresses", String.join(",", gateway.publicIpAddresses()));
      properties.put(prefix + "bgpPeeringAddress", gateway.bgpPeeringAddress());
      properties.put(prefix + "asn", gateway.asn() == null ? "" : gateway.asn().toString());
    }
    if (!goalOutputs.circuits().isEmpty()) {
      GoalOutputs.CircuitEntry circuit = goalOutputs.circuits().get(0);
      properties.put("hybridnet.circuit.name", circuit.name());
      properties.put("hybridnet.circuit.id", circuit.id());
      properties.put("hybridnet.circuit.serviceKey", circuit.serviceKey());
      properties.put("hybridnet.circuit.providerState", circuit.providerState());
    }
    return properties;
  }

  /** Whether a property is one that goals set. */
  public static boolean isOutput(String name) {
    return FIXED.matcher(name).matches()
        || (name.endsWith(".id")
            && KINDS.stream().anyMatch(kind -> name.startsWith("hybridnet." + kind + ".")));
  }

  private static String kind(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
