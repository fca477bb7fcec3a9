package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import java.util.List;

/**
 * The subnet of a gateway.
 *
 * @param id its id
 * @param body its stored form
 */
public record StoredGatewaySubnet(ArmId id, ObjectNode body) {

  /**
   * The subnet of a stored gateway's IP configuration, which exists as long as the gateway does.
   */
  public static StoredGatewaySubnet of(World world, ObjectNode ipConfiguration) {
    ArmId id = StoredGateways.subnet(ipConfiguration).orElseThrow();
    return new StoredGatewaySubnet(id, world.resources().find(id).orElseThrow());
  }

  /** Its first IPv4 prefix. */
  public AddressPrefix range() {
    List<String> prefixes = StoredSubnets.prefixes(body);
    return prefixes.stream()
        .flatMap(each -> AddressPrefix.parse(each).stream())
        .filter(AddressPrefix::isIpv4)
        .findFirst()
        .orElseThrow();
  }

  public boolean isNamedSo() {
    return id.name().equalsIgnoreCase(StoredSubnets.GATEWAY_SUBNET);
  }
}
