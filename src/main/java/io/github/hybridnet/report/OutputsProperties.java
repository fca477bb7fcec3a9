package io.github.hybridnet.report;

import java.util.Map;
import java.util.TreeMap;

/** Outputs as {@code hybridnet.*} properties for later plugins of the same build. */
public final class OutputsProperties {
  private OutputsProperties() {}

  /** The properties, sorted by name. */
  public static Map<String, String> of(Outputs outputs) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("hybridnet.outputs.cloud", outputs.cloud());
    for (Outputs.Entry entry : outputs.resources()) {
      properties.put("hybridnet." + kind(entry.type()) + "." + entry.name() + ".id", entry.id());
    }
    for (Outputs.GatewayEntry gateway : outputs.gateways()) {
      String prefix =
          gateway.type().equals("Vpn") ? "hybridnet.vpnGateway." : "hybridnet.expressRouteGateway.";
      properties.put(prefix + "name", gateway.name());
      properties.put(prefix + "id", gateway.id());
      properties.put(prefix + "publicIpAddresses", String.join(",", gateway.publicIpAddresses()));
      properties.put(prefix + "bgpPeeringAddress", gateway.bgpPeeringAddress());
    }
    Outputs.CircuitEntry circuit = outputs.circuit();
    if (circuit != null) {
      properties.put("hybridnet.circuit.name", circuit.name());
      properties.put("hybridnet.circuit.id", circuit.id());
      properties.put("hybridnet.circuit.serviceKey", circuit.serviceKey());
      properties.put("hybridnet.circuit.providerState", circuit.providerState());
    }
    return properties;
  }

  private static String kind(String type) {
    return type.substring(type.lastIndexOf('/') + 1);
  }
}
