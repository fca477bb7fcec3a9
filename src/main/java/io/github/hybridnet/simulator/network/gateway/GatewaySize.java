package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.resource.AllowedValues;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The size of a gateway.
 *
 * @param name in the service's own case
 */
record GatewaySize(String name) {
  static final List<String> EXPRESS_ROUTE =
      List.of(
          "Standard",
          "HighPerformance",
          "UltraPerformance",
          "ErGw1AZ",
          "ErGw2AZ",
          "ErGw3AZ",
          "ErGwScale");

  private static final Pattern NEW_VPN = Pattern.compile("VpnGw(\\d)(AZ)?");

  /** Each ExpressRoute size with those that a gateway of it can be given. */
  private static final List<List<String>> FAMILIES =
      List.of(
          List.of("Standard", "HighPerformance", "UltraPerformance"),
          List.of("HighPerformance", "Standard", "UltraPerformance"),
          List.of("ErGw1AZ", "ErGw2AZ", "ErGw3AZ", "ErGwScale"),
          List.of("ErGw2AZ", "ErGw1AZ", "ErGw3AZ", "ErGwScale"),
          List.of("ErGw3AZ", "ErGwScale"));

  /** The sizes that the service lists when it refuses another one, the retired ones included. */
  static final List<String> VPN =
      List.of(
          "VpnGw1AZ",
          "VpnGw2AZ",
          "VpnGw3AZ",
          "VpnGw4AZ",
          "VpnGw5AZ",
          "VpnGw1",
          "VpnGw2",
          "VpnGw3",
          "VpnGw4",
          "VpnGw5",
          "Basic",
          "Standard",
          "HighPerformance");

  private static final int INSTANCES = 2;

  /** The SKU of a request; the smallest one of the gateway's type if it names none. */
  static GatewaySize of(ObjectNode sent, boolean vpn) {
    @Nullable JsonNode name = JsonMembers.at(sent, "sku", "name");
    return new GatewaySize(
        AllowedValues.GATEWAY_SKU.read(name, "properties.sku.name", vpn ? "Basic" : "Standard"));
  }

  boolean fits(boolean vpn) {
    return (vpn ? VPN : EXPRESS_ROUTE).contains(name);
  }

  /** Whether an ExpressRoute gateway can go from another size to this one. */
  boolean follows(GatewaySize other) {
    return equals(other)
        || FAMILIES.stream()
            .filter(family -> family.get(0).equals(other.name))
            .anyMatch(family -> family.contains(name));
  }

  /** Whether a VPN gateway would shrink or lose its zones, which needs a new gateway. */
  boolean isBelow(GatewaySize other) {
    Matcher own = NEW_VPN.matcher(name);
    Matcher before = NEW_VPN.matcher(other.name);
    return own.matches()
        && before.matches()
        && (own.group(1).compareTo(before.group(1)) < 0 || (other.isZoned() && !isZoned()));
  }

  /** Whether a VPN gateway of a generation can be given this size. */
  boolean isIn(String generation) {
    return !generation.equals("Generation1") || generation().equals("Generation1");
  }

  boolean isZoned() {
    return name.endsWith("AZ") || name.equals("ErGwScale");
  }

  boolean isBasic() {
    return name.equals("Basic");
  }

  /** VPN sizes without zones, and those before them, are no longer created. */
  boolean isRetiredForVpn() {
    return !isZoned() && !isBasic();
  }

  /** The generation that a VPN gateway of this size gets when it asks for none. */
  String generation() {
    return name.matches("VpnGw[45](AZ)?") ? "Generation2" : "Generation1";
  }

  boolean allows(String generation) {
    return name.matches("VpnGw[23](AZ)?") || generation.equals(generation());
  }

  ObjectNode body() {
    return JsonCodec.object().put("name", name).put("tier", name).put("capacity", INSTANCES);
  }
}
