package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;

/** Reads the prefixes of a subnet. */
public final class StoredSubnets {
  /** The name that the subnet of gateways must have. */
  public static final String GATEWAY_SUBNET = "GatewaySubnet";

  private StoredSubnets() {}

  /** The prefixes of a subnet, sent or stored, in either of the two forms. */
  public static List<String> prefixes(JsonNode subnet) {
    String single = JsonMembers.text(subnet, "properties", "addressPrefix");
    List<String> several = JsonMembers.strings(subnet, "properties", "addressPrefixes");
    return single == null || !several.isEmpty() ? several : List.of(single);
  }
}
