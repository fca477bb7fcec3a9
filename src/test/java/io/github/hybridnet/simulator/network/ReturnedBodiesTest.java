package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every resource of a standing network is read and sent back: as it is, which must succeed, and
 * with one mistake at each place, which must be refused before anything is done.
 */
class ReturnedBodiesTest {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<String> STANDING =
      List.of(
          "virtualNetworks/v",
          "virtualNetworks/v/subnets/web",
          "publicIPAddresses/p",
          "localNetworkGateways/l",
          "virtualNetworkGateways/vpn",
          "virtualNetworkGateways/er",
          "connections/tunnel",
          "connections/line",
          "expressRouteCircuits/c",
          HybridSite.PEERING,
          "networkSecurityGroups/n",
          "networkSecurityGroups/n/securityRules/r");

  /**
   * What only the service sets. Its values are ignored when a client sends them back; what it says
   * to values of another JSON type is not known.
   */
  private static final Set<String> READ_ONLY =
      Set.of(
          "allowGlobalReach",
          "capacity",
          "circuitProvisioningState",
          "connectionStatus",
          "defaultBgpIpAddresses",
          "defaultSecurityRules",
          "egressBytesTransferred",
          "etag",
          "id",
          "inboundDnsForwardingEndpoint",
          "ingressBytesTransferred",
          "ipConfiguration",
          "isMigrateToCSES",
          "lastModifiedBy",
          "packetCaptureDiagnosticState",
          "peeredConnections",
          "provisioningState",
          "resourceGuid",
          "serviceKey",
          "serviceProviderProvisioningState",
          "stag",
          "tunnelConnectionStatus",
          "tunnelIpAddresses",
          "type");

  /** Whole resources that are only referred to: their members are not looked at. */
  private static final Set<String> REFERENCES =
      Set.of("localNetworkGateway2", "virtualNetworkGateway1");

  private final Bench bench = Bench.today().version("2025-03-01");
  private final List<String> accepted = new ArrayList<>();
  private int tried;

  @Test
  void oneMistakeAnywhereIsRefused() {
    HybridSite.build(bench);
    bench.make("networkSecurityGroups/n", "{'location': 'westus2', 'properties': {}}");
    bench.make(
        "networkSecurityGroups/n/securityRules/r",
        "{'properties': {'priority': 100, 'protocol': 'Tcp', 'access': 'Allow', 'direction':"
            + " 'Inbound', 'sourceAddressPrefix': '*', 'sourcePortRange': '*',"
            + " 'destinationAddressPrefix': '*', 'destinationPortRange': '443'}}");
    JsonNode before = bench.snapshot();
    for (String path : STANDING) {
      JsonNode body = bench.get(path).body();
      assertThat(bench.put(path, body.toString()).status()).as(path).isEqualTo(200);
      bench.restore(before.deepCopy());
      mutate(path, body, body, "");
    }
    System.out.println(
        "MUTATED BODIES OF A NETWORK: "
            + tried
            + " tried, "
            + accepted.size()
            + " accepted wrongly");
    assertThat(accepted).isEmpty();
    assertThat(tried).isGreaterThan(500);
  }

  /** What a newer client has written and an older one reads, the older one can send back. */
  @ParameterizedTest
  @ValueSource(strings = {"2017-10-01", "2019-06-01", "2021-02-01", "2023-02-01", "2024-03-01"})
  void earlierVersionsReadWhatTheyMaySend(String version) {
    HybridSite.build(bench);
    bench.make(
        "virtualNetworks/v",
        bench
            .get("virtualNetworks/v")
            .body()
            .toString()
            .replace("\"addressPrefix\"", "\"defaultOutboundAccess\":false,\"addressPrefix\""));
    bench.make(
        "virtualNetworkGateways/vpn",
        bench
            .get("virtualNetworkGateways/vpn")
            .body()
            .toString()
            .replace("\"gatewayType\"", "\"adminState\":\"Enabled\",\"gatewayType\""));
    assertThat(bench.get("virtualNetworks/v").body().toString()).contains("defaultOutboundAccess");
    bench.version(version);
    for (String path : STANDING.subList(0, 10)) {
      Bench.Reply returned = bench.put(path, bench.get(path).body().toString());
      assertThat(returned.status()).as(path + ": " + returned).isEqualTo(200);
      bench.pass(Duration.ofHours(1));
    }
  }

  private void mutate(String path, JsonNode whole, JsonNode node, String at) {
    if (node instanceof ObjectNode object) {
      object.put("noSuchMember", 1);
      judge(path, whole, at + ".noSuchMember");
      object.remove("noSuchMember");
      for (String name : names(object)) {
        if (!isIgnored(name, at)) {
          replace(path, whole, object, name, at);
        }
      }
    } else if (node instanceof ArrayNode list) {
      for (int i = 0; i < list.size(); i++) {
        mutate(path, whole, list.get(i), at + "[" + i + "]");
      }
    }
  }

  private static List<String> names(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A resource's name follows from its address; addresses of a subnet are the service's. */
  private static boolean isIgnored(String name, String at) {
    return READ_ONLY.contains(name)
        || name.equals("tags")
        || (at.isEmpty() && name.equals("name"))
        || (name.equals("ipConfigurations") && at.contains("subnets["));
  }

  private void replace(String path, JsonNode whole, ObjectNode object, String name, String at) {
    JsonNode right = object.get(name);
    for (JsonNode value : wrong(right)) {
      object.set(name, value);
      judge(path, whole, at + "." + name + " " + value);
    }
    object.set(name, right);
    if (!REFERENCES.contains(name)) {
      mutate(path, whole, right, at + "." + name);
    }
  }

  private static List<JsonNode> wrong(JsonNode right) {
    JsonNode object = NODES.objectNode().put("odd", 1);
    JsonNode list = NODES.arrayNode().add(NODES.objectNode().put("odd", 1));
    JsonNode word = TextNode.valueOf("odd");
    if (right.isObject()) {
      return List.of(word, IntNode.valueOf(7), list);
    }
    if (right.isArray()) {
      return List.of(word, IntNode.valueOf(7), object);
    }
    return right.isTextual() ? List.of(object, list) : List.of(word, object, list);
  }

  private void judge(String path, JsonNode body, String what) {
    tried++;
    JsonNode before = bench.snapshot();
    Bench.Reply reply = bench.put(path, body.toString());
    boolean refused =
        reply.status() == 400
            && (reply.code().equals("InvalidRequestFormat")
                || reply.code().equals("InvalidRequestContent"));
    if (!refused) {
      accepted.add(path + " " + what + " -> " + reply.status() + " " + reply.code());
      bench.restore(before);
    }
  }
}
