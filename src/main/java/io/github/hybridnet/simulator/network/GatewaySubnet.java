package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;

/**
 * The subnet that gateways stand in.
 *
 * @param id its id
 * @param body its stored form
 */
record GatewaySubnet(ArmId id, ObjectNode body) {

  /**
   * The subnet of a stored gateway's IP configuration, which exists as long as the gateway does.
   */
  static GatewaySubnet of(World world, ObjectNode ipConfiguration) {
    ArmId id = Gateways.subnet(ipConfiguration).orElseThrow();
    return new GatewaySubnet(id, world.resources().find(id).orElseThrow());
  }

  /** Its first IPv4 prefix. */
  Cidr range() {
    List<String> prefixes = SubnetBody.prefixes(body);
    return prefixes.stream()
        .flatMap(each -> Cidr.parse(each).stream())
        .filter(Cidr::isIpv4)
        .findFirst()
        .orElseThrow();
  }

  boolean isNamedSo() {
    return id.name().equalsIgnoreCase(SubnetBody.GATEWAY_SUBNET);
  }
}
