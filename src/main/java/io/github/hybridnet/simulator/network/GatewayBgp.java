package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The BGP settings of a VPN gateway: those in the answer to a PUT (an ASN of 0 if the client names
 * none) and those of the gateway once it runs (65515, its own addresses, its tunnels' addresses).
 */
final class GatewayBgp {
  private static final int DEFAULT_ASN = 65515;

  private GatewayBgp() {}

  static ObjectNode settings(ObjectNode sent, ObjectNode before, ObjectNode properties) {
    JsonNode wanted = Json.at(sent, "bgpSettings");
    JsonNode known = Json.at(before, "bgpSettings");
    ObjectNode settings = Json.object();
    settings.put("asn", 0);
    Json.copy(Json.at(wanted, "asn") == null ? known : wanted, settings, "asn");
    Json.copy(
        Json.at(wanted, "bgpPeeringAddress") == null ? known : wanted,
        settings,
        "bgpPeeringAddress");
    settings.put("peerWeight", Json.number(wanted, "peerWeight", 0));
    ArrayNode addresses = settings.putArray("bgpPeeringAddresses");
    for (ObjectNode each : Json.objects(properties, "ipConfigurations")) {
      addresses.add(entry(Reference.idOf(each), wanted, known));
    }
    return settings;
  }

  private static ObjectNode entry(String id, @Nullable JsonNode wanted, @Nullable JsonNode known) {
    JsonNode old = find(known, id);
    ObjectNode entry = Json.object().put("ipconfigurationId", id);
    entry.set("defaultBgpIpAddresses", Json.texts(Json.strings(old, "defaultBgpIpAddresses")));
    entry.set(
        "customBgpIpAddresses", Json.texts(Json.strings(find(wanted, id), "customBgpIpAddresses")));
    Json.copy(old, entry, "tunnelIpAddresses");
    return entry;
  }

  private static JsonNode find(@Nullable JsonNode settings, String id) {
    return Json.objects(settings, "bgpPeeringAddresses").stream()
        .filter(each -> id.equalsIgnoreCase(Json.text(each, "ipconfigurationId")))
        .findFirst()
        .orElseGet(Json::object);
  }

  /** Fills in, in the stored gateway, what it has when it runs. */
  static void start(World world, ObjectNode gateway) {
    if (!(Json.at(gateway, "properties", "bgpSettings") instanceof ObjectNode settings)) {
      return;
    }
    if (Json.count(settings, "asn") == 0) {
      settings.put("asn", DEFAULT_ASN);
    }
    List<ObjectNode> configurations = Gateways.ipConfigurations(gateway);
    List<String> addresses = addresses(world, settings, configurations);
    settings.remove("bgpPeeringAddress");
    Json.insertAfter(settings, "asn", "bgpPeeringAddress", Json.value(String.join(",", addresses)));
    for (int i = 0; i < configurations.size(); i++) {
      ObjectNode entry = Json.objects(settings, "bgpPeeringAddresses").get(i);
      entry.set("defaultBgpIpAddresses", Json.texts(List.of(addresses.get(i))));
      entry.set("tunnelIpAddresses", Json.texts(tunnels(world, configurations.get(i))));
    }
  }

  /** One address: the last one of the subnet. Several: the first ones. A client's own stays. */
  private static List<String> addresses(
      World world, ObjectNode settings, List<ObjectNode> configurations) {
    Cidr subnet = GatewaySubnet.of(world, configurations.get(0)).range();
    String chosen = Json.textOr(settings, "bgpPeeringAddress", "");
    if (configurations.size() == 1) {
      boolean foreign =
          Cidr.parse(chosen + "/32").filter(each -> !subnet.contains(each)).isPresent();
      return List.of(foreign ? chosen : subnet.lastUsable());
    }
    return IntStream.range(0, configurations.size()).mapToObj(subnet::free).toList();
  }

  private static List<String> tunnels(World world, ObjectNode configuration) {
    return Gateways.publicIp(configuration)
        .flatMap(id -> world.resources().find(id))
        .map(address -> Json.text(address, "properties", "ipAddress"))
        .map(List::of)
        .orElse(List.of());
  }
}
