package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.Optional;

/** Reads the type and the network of a stored gateway. */
public final class StoredGateways {
  private StoredGateways() {}

  public static boolean isVpn(JsonNode gateway) {
    return "Vpn".equals(JsonMembers.text(gateway, "properties", "gatewayType"));
  }

  public static List<ObjectNode> ipConfigurations(JsonNode gateway) {
    return JsonMembers.objects(gateway, "properties", "ipConfigurations");
  }

  static Optional<ArmId> subnet(JsonNode ipConfiguration) {
    return referenced(ipConfiguration, "subnet");
  }

  public static Optional<ArmId> publicIp(JsonNode ipConfiguration) {
    return referenced(ipConfiguration, "publicIPAddress");
  }

  /** The id of the virtual network of a gateway. */
  public static Optional<ArmId> network(JsonNode gateway) {
    return ipConfigurations(gateway).stream()
        .flatMap(each -> subnet(each).stream())
        .map(ArmId::parent)
        .findFirst();
  }

  public static boolean isIn(JsonNode gateway, ArmId network) {
    return network(gateway).filter(network::equals).isPresent();
  }

  /** The address prefixes of the virtual network of a gateway. */
  public static List<String> networkPrefixes(World world, JsonNode gateway) {
    return network(gateway)
        .flatMap(id -> world.resources().find(id))
        .map(found -> JsonMembers.strings(found, "properties", "addressSpace", "addressPrefixes"))
        .orElse(List.of());
  }

  private static Optional<ArmId> referenced(JsonNode ipConfiguration, String name) {
    return Optional.ofNullable(JsonMembers.text(ipConfiguration, "properties", name, "id"))
        .flatMap(ArmId::parse);
  }
}
