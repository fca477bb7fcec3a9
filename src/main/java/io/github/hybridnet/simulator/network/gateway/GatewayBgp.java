package io.github.hybridnet.simulator.network.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ResourceReference;
import io.github.hybridnet.simulator.network.relation.StoredGatewaySubnet;
import io.github.hybridnet.simulator.network.relation.StoredGateways;
import io.github.hybridnet.simulator.network.resource.AddressPrefix;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
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
    JsonNode wanted = JsonMembers.at(sent, "bgpSettings");
    JsonNode known = JsonMembers.at(before, "bgpSettings");
    ObjectNode settings = JsonCodec.object();
    settings.put("asn", 0);
    JsonMembers.copy(JsonMembers.at(wanted, "asn") == null ? known : wanted, settings, "asn");
    JsonMembers.copy(
        JsonMembers.at(wanted, "bgpPeeringAddress") == null ? known : wanted,
        settings,
        "bgpPeeringAddress");
    settings.put("peerWeight", JsonMembers.number(wanted, "peerWeight", 0));
    ArrayNode addresses = settings.putArray("bgpPeeringAddresses");
    for (ObjectNode each : JsonMembers.objects(properties, "ipConfigurations")) {
      addresses.add(entry(ResourceReference.idOf(each), wanted, known));
    }
    return settings;
  }

  private static ObjectNode entry(String id, @Nullable JsonNode wanted, @Nullable JsonNode known) {
    JsonNode old = find(known, id);
    ObjectNode entry = JsonCodec.object().put("ipconfigurationId", id);
    entry.set(
        "defaultBgpIpAddresses",
        JsonMembers.texts(JsonMembers.strings(old, "defaultBgpIpAddresses")));
    entry.set(
        "customBgpIpAddresses",
        JsonMembers.texts(JsonMembers.strings(find(wanted, id), "customBgpIpAddresses")));
    JsonMembers.copy(old, entry, "tunnelIpAddresses");
    return entry;
  }

  private static JsonNode find(@Nullable JsonNode settings, String id) {
    return JsonMembers.objects(settings, "bgpPeeringAddresses").stream()
        .filter(each -> id.equalsIgnoreCase(JsonMembers.text(each, "ipconfigurationId")))
        .findFirst()
        .orElseGet(JsonCodec::object);
  }

  /** Fills in, in the stored gateway, what it has when it runs. */
  static void start(World world, ObjectNode gateway) {
    if (!(JsonMembers.at(gateway, "properties", "bgpSettings") instanceof ObjectNode settings)) {
      return;
    }
    if (JsonMembers.count(settings, "asn") == 0) {
      settings.put("asn", DEFAULT_ASN);
    }
    List<ObjectNode> configurations = StoredGateways.ipConfigurations(gateway);
    List<String> addresses = addresses(world, settings, configurations);
    settings.remove("bgpPeeringAddress");
    JsonMembers.insertAfter(
        settings, "asn", "bgpPeeringAddress", JsonMembers.value(String.join(",", addresses)));
    for (int i = 0; i < configurations.size(); i++) {
      ObjectNode entry = JsonMembers.objects(settings, "bgpPeeringAddresses").get(i);
      entry.set("defaultBgpIpAddresses", JsonMembers.texts(List.of(addresses.get(i))));
      entry.set("tunnelIpAddresses", JsonMembers.texts(tunnels(world, configurations.get(i))));
    }
  }

  /** One address: the last one of the subnet. Several: the first ones. A client's own stays. */
  private static List<String> addresses(
      World world, ObjectNode settings, List<ObjectNode> configurations) {
    AddressPrefix subnet = StoredGatewaySubnet.of(world, configurations.get(0)).range();
    String chosen = JsonMembers.textOr(settings, "bgpPeeringAddress", "");
    if (configurations.size() == 1) {
      boolean foreign =
          AddressPrefix.parse(chosen + "/32").filter(each -> !subnet.contains(each)).isPresent();
      return List.of(foreign ? chosen : subnet.lastUsable());
    }
    return IntStream.range(0, configurations.size()).mapToObj(subnet::free).toList();
  }

  private static List<String> tunnels(World world, ObjectNode configuration) {
    return StoredGateways.publicIp(configuration)
        .flatMap(id -> world.resources().find(id))
        .map(address -> JsonMembers.text(address, "properties", "ipAddress"))
        .map(List::of)
        .orElse(List.of());
  }
}
