package io.github.hybridnet.simulator.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import java.util.List;
import java.util.stream.IntStream;

/** What stands in the simulator that is measured: twenty networks in each group. */
final class Landscape {
  private static final String V = "?api-version=2024-05-01";
  private static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";
  private static final int GROUP_SIZE = 20;

  private final ArmClient client;

  Landscape(ArmClient client) {
    this.client = client;
  }

  /** So many networks, in each group one finished gateway, and one that is being created. */
  void build(int count) {
    networks(count);
    List<Integer> firsts =
        IntStream.range(0, count / GROUP_SIZE).map(group -> group * GROUP_SIZE).boxed().toList();
    firsts.forEach(this::gateway);
    advance("PT1H");
    gateway(1);
  }

  String gateway() {
    return path(0, "virtualNetworkGateways/gw0");
  }

  String operation() {
    return gateway(2);
  }

  String list() {
    return path(0, "virtualNetworks");
  }

  void networks(int count) {
    for (int i = 0; i < count; i += GROUP_SIZE) {
      accepted(client.put(group(i) + V, "{\"location\":\"westus2\"}"));
    }
    IntStream.range(0, count)
        .forEach(i -> accepted(client.put(path(i, "virtualNetworks/v" + i), network())));
    advance("PT1H");
  }

  List<String> gateways(int count) {
    return IntStream.range(0, count).mapToObj(this::gateway).toList();
  }

  /** The states of all gateways. */
  List<String> states() {
    String path =
        "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Network/virtualNetworks";
    JsonNode networks = client.get(path + V).json().path("value");
    return IntStream.range(0, networks.size())
        .mapToObj(i -> client.get(path(i, "virtualNetworkGateways/gw" + i)).json())
        .map(each -> each.at("/properties/provisioningState").asText())
        .toList();
  }

  void run(double speed) {
    client.admin().post("/_simulator/clock", "{\"speed\":" + speed + "}");
  }

  private void advance(String duration) {
    client.admin().post("/_simulator/clock", "{\"advance\":\"" + duration + "\"}");
  }

  private String gateway(int i) {
    String subnet =
        group(i) + "/providers/Microsoft.Network/virtualNetworks/v" + i + "/subnets/GatewaySubnet";
    String body =
        ("{'location':'westus2','properties':{'gatewayType':'ExpressRoute','sku':{'name':'ErGw1AZ',"
                + "'tier':'ErGw1AZ'},'ipConfigurations':[{'name':'default','properties':{'subnet':"
                + "{'id':'"
                + subnet
                + "'}}}]}}")
            .replace('\'', '"');
    ArmClient.Answer answer = accepted(client.put(path(i, "virtualNetworkGateways/gw" + i), body));
    return answer.header("Azure-AsyncOperation").orElseThrow();
  }

  private static String network() {
    return ("{'location':'westus2','properties':{'addressSpace':{'addressPrefixes':['10.0.0.0/16']},"
            + "'subnets':[{'name':'web','properties':{'addressPrefix':'10.0.1.0/24'}},"
            + "{'name':'GatewaySubnet','properties':{'addressPrefix':'10.0.255.224/27'}}]}}")
        .replace('\'', '"');
  }

  private static String group(int i) {
    return GROUP + i / GROUP_SIZE;
  }

  private static String path(int i, String resource) {
    return group(i) + "/providers/Microsoft.Network/" + resource + V;
  }

  private static ArmClient.Answer accepted(ArmClient.Answer answer) {
    if (answer.status() > 201) {
      throw new IllegalStateException(answer.status() + " " + answer.json());
    }
    return answer;
  }
}
