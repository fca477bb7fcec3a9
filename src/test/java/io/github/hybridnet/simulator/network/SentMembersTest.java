package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.network.body.WritableMembers;
import io.github.hybridnet.simulator.network.body.WritableMembers.WritableMember;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a client sends and the service stores comes back: every member that may be sent is sent by
 * itself, added to a resource as it was read.
 */
class SentMembersTest {
  private static final String VERSION = "2025-03-01";

  private static final Map<String, String> STANDING =
      new LinkedHashMap<>(
          Map.of(
              "virtualNetworks", "virtualNetworks/v",
              "virtualNetworks/subnets", "virtualNetworks/v/subnets/web",
              "publicIPAddresses", "publicIPAddresses/free",
              "localNetworkGateways", "localNetworkGateways/l",
              "virtualNetworkGateways", "virtualNetworkGateways/vpn",
              "connections", "connections/tunnel",
              "expressRouteCircuits", "expressRouteCircuits/c",
              "expressRouteCircuits/peerings", HybridSite.PEERING,
              "networkSecurityGroups", "networkSecurityGroups/n"));

  /** What the service says whatever is sent, what it hides, and what a resource cannot have. */
  private static final List<Pattern> NOT_THE_CLIENTS =
      Stream.of(
              // Ids and types of child resources follow from their places.
              "\\[]\\.(id|type|ipconfigurationId)$",
              // Secrets.
              "sharedKey$|radiusServerSecret$|connections/tunnel properties.authorizationKey$",
              // States and values that the service or the provider sets.
              "azureASN$|gatewayManagerEtag$|AzurePort$|\\.stats\\.|serviceKey$|ProvisioningState$",
              "fqdn$|free properties.ipAddress$|[mM]igration|sku.tier$|vpnGatewayGeneration$",
              // The connections of a peering are resources of their own, as is what others attach.
              "\\.connections\\[]|applicationGatewayIPConfigurations|ipamPoolPrefixAllocations",
              // One prefix is shown as one; an IPsec connection has no circuit.
              "addressPrefixes\\[]$|tunnel properties.peer.id$",
              // Gone in this version.
              "enableVmProtection$")
          .map(Pattern::compile)
          .toList();

  private int accepted;
  private final List<String> lost = new ArrayList<>();

  @Test
  void whatIsSentComesBack() {
    Bench bench = Bench.today().version(VERSION);
    HybridSite.build(bench);
    bench.make("publicIPAddresses/free", Sites.address());
    bench.make(
        "networkSecurityGroups/n",
        "{'location': 'westus2', 'properties': {'securityRules': [{'name': 'r', 'properties':"
            + " {'priority': 100, 'protocol': 'Tcp', 'access': 'Allow', 'direction': 'Inbound',"
            + " 'sourceAddressPrefix': '*', 'sourcePortRange': '*', 'destinationAddressPrefix':"
            + " '*', 'destinationPortRange': '443'}}]}}");
    ObjectNode gateway = (ObjectNode) bench.get("virtualNetworkGateways/vpn").body();
    ((ObjectNode) gateway.at("/properties"))
        .putObject("vpnClientConfiguration")
        .putObject("vpnClientAddressPool")
        .putArray("addressPrefixes")
        .add("172.16.201.0/24");
    bench.make("virtualNetworkGateways/vpn", gateway.toString());
    JsonNode before = bench.snapshot();
    int tried = 0;
    for (Map.Entry<String, String> each : STANDING.entrySet()) {
      JsonNode standing = bench.get(each.getValue()).body();
      for (WritableMember member : WritableMembers.of(each.getKey(), VERSION)) {
        tried++;
        send(bench, each.getValue(), standing.deepCopy(), member);
        bench.restore(before.deepCopy());
      }
    }
    System.out.println(
        "SWEEP: " + tried + " members tried, " + accepted + " accepted, " + lost.size() + " lost");
    lost.forEach(System.out::println);
    assertThat(lost).isEmpty();
  }

  private void send(Bench bench, String path, JsonNode body, WritableMember member) {
    JsonNode value = value(member, at(body, member.path(), 0));
    place((ObjectNode) body, member.path(), value);
    Bench.Reply reply = bench.put(path, body.toString());
    if (reply.status() > 201) {
      return;
    }
    boolean works = !reply.header("Azure-AsyncOperation").isEmpty();
    if (works && !bench.end(reply).path("status").asText().equals("Succeeded")) {
      return;
    }
    accepted++;
    JsonNode back = at(bench.get(path).body(), member.path(), 0);
    if (back == null || !back.asText().equalsIgnoreCase(value.asText())) {
      String what = path + " " + member;
      if (NOT_THE_CLIENTS.stream().noneMatch(pattern -> pattern.matcher(what).find())) {
        lost.add(what + ": " + value + " -> " + back);
      }
    }
  }

  /** The value at a path, in the last item of each list. */
  private static JsonNode at(JsonNode node, List<String> path, int step) {
    JsonNode found = node;
    for (String each : path.subList(step, path.size())) {
      found = found == null ? null : found.get(each.replace("[]", ""));
      while (found instanceof ArrayNode list) {
        found = list.isEmpty() ? null : list.get(list.size() - 1);
      }
    }
    return found;
  }

  private static void place(ObjectNode body, List<String> path, JsonNode value) {
    ObjectNode object = body;
    for (String each : path.subList(0, path.size() - 1)) {
      String name = each.replace("[]", "");
      if (each.endsWith("[]")) {
        ArrayNode list =
            object.get(name) instanceof ArrayNode there ? there : object.putArray(name);
        JsonNode last = list.isEmpty() ? list.addObject() : list.get(list.size() - 1);
        object = last instanceof ObjectNode item ? item : list.addObject();
      } else {
        object = object.get(name) instanceof ObjectNode there ? there : object.putObject(name);
      }
    }
    String last = path.get(path.size() - 1);
    if (last.endsWith("[]")) {
      object.putArray(last.replace("[]", "")).add(value);
    } else {
      object.set(last, value);
    }
  }

  private static JsonNode value(WritableMember member, JsonNode before) {
    String name = member.path().get(member.path().size() - 1);
    return switch (member.kind()) {
      case "BOOLEAN" -> BooleanNode.valueOf(before == null || !before.asBoolean());
      case "INTEGER", "NUMBER" -> IntNode.valueOf(before == null ? 20 : before.asInt() + 1);
      default -> TextNode.valueOf(text(member, name, before));
    };
  }

  private static String text(WritableMember member, String name, JsonNode before) {
    if (!member.allowed().isEmpty()) {
      return member.allowed().stream()
          .filter(each -> before == null || !each.equalsIgnoreCase(before.asText()))
          .findFirst()
          .orElse(member.allowed().get(0));
    }
    String lower = name.toLowerCase(java.util.Locale.ROOT);
    if (lower.contains("prefix") || lower.contains("range")) {
      return "10.0.77.0/24";
    }
    return lower.contains("address") ? "10.0.77.4" : "text77";
  }
}
