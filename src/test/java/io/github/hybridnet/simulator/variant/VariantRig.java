package io.github.hybridnet.simulator.variant;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import java.time.Duration;
import java.util.Map;

/** A simulator with one resource group, whose time stands still, and a client of it. */
final class VariantRig {
  static final String ADDRESS =
      "{'location': 'westus2', 'sku': {'name': 'Standard'},"
          + " 'properties': {'publicIPAllocationMethod': 'Static'}}";
  static final String NETWORK =
      "{'location': 'westus2', 'properties': {'addressSpace': {'addressPrefixes':"
          + " ['10.0.0.0/16']}, 'subnets': [{'name': 'a', 'properties': {'addressPrefix':"
          + " '10.0.1.0/24'}}]}}";
  private static final String VERSION = "?api-version=2024-05-01";

  private final ArmClient client;
  private final SimulatorAdmin admin;
  private final String group;

  /** Empties the simulator, and makes the group; what is chosen is played from then on. */
  VariantRig(AzureSimulator simulator, Map<String, String> variants) {
    client = ArmClient.of(simulator.access());
    admin = simulator.admin();
    group =
        "/subscriptions/"
            + simulator.access().credentials().subscriptionId()
            + "/resourceGroups/rg";
    admin.variants(Map.of());
    admin.reset();
    send("PUT", "", "{'location': 'westus2'}");
    play(variants);
  }

  void play(Map<String, String> variants) {
    admin.variants(variants);
  }

  SimulatorAdmin admin() {
    return admin;
  }

  String group() {
    return group;
  }

  void pass(int seconds) {
    admin.advance(Duration.ofSeconds(seconds));
  }

  /** Sends to the group, to a resource of the network provider in it, or to an address. */
  ArmClient.Answer send(String method, String path, String body, String... headers) {
    String whole =
        path.startsWith("https:") ? path : place(path) + (path.contains("?") ? "" : VERSION);
    return client.send(method, whole, body.replace('\'', '"'), headers);
  }

  private String place(String path) {
    if (path.startsWith("/")) {
      return path;
    }
    return path.isEmpty() ? group : group + "/providers/Microsoft.Network/" + path;
  }

  ArmClient.Answer get(String path) {
    return send("GET", path, "");
  }

  ArmClient.Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  /** A write that has ended, and after which no variant plays any more. */
  JsonNode made(String path, String body) {
    ArmClient.Answer answer = put(path, body);
    if (answer.status() >= 300) {
      throw new AssertionError(answer.json());
    }
    pass(7200);
    return get(path).json();
  }

  String state(String path) {
    return get(path).json().at("/properties/provisioningState").asText();
  }
}
