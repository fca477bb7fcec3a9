package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.Patience;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.destroy.DestroyGoal;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The goal {@code destroy} against the simulator, with things that others have added. */
class SimulatedDestroyTest {
  private static final String GROUP = "ra-hybrid-vpn-er-rg";
  private static final String GROUPS_FILE =
      """
      {"parameters":{
        "virtualNetworkSettings":{"value":
          {"name":"ra-hybrid-vpn-er-vnet","resourceGroup":"ra-hybrid-vpn-er-rg"}},
        "networkSecurityGroupsSettings":{"value":[{"name":"web-nsg","subnets":["web"],
          "securityRules":[{"name":"AllowHttps","direction":"Inbound","priority":100,
            "access":"Allow","protocol":"Tcp","sourceAddressPrefix":"*","sourcePortRange":"*",
            "destinationAddressPrefix":"*","destinationPortRange":"443"}]}]}}}
      """;
  private static final String RULE =
      """
      {"properties":{"priority":200,"direction":"Inbound","access":"Deny","protocol":"Tcp",
        "sourceAddressPrefix":"*","sourcePortRange":"*","destinationAddressPrefix":"*",
        "destinationPortRange":"22"}}
      """;

  @TempDir private Path directory;

  private final RecordedLines out = new RecordedLines();

  private CloudSession open() {
    return SimulatedClouds.open(
        SimulatorOptions.in(directory.resolve("simulator")).withSpeed(3000));
  }

  private HybridNetwork network() throws IOException {
    return ParameterFilesCopy.below(directory)
        .write(ParameterFile.NETWORK_SECURITY_GROUPS, GROUPS_FILE)
        .network();
  }

  private OutputsPublisher results() {
    return DeploymentGoals.results(directory, out);
  }

  private void deploy(CloudSession cloud, HybridNetwork network) throws InterruptedException {
    DeploymentGoals goals = new DeploymentGoals(cloud, EngineOptions.standard(), out, results());
    goals.createCircuit(network);
    goals.deploy(network);
  }

  private void destroy(CloudSession cloud, HybridNetwork network, @Nullable String confirmed)
      throws InterruptedException {
    new DestroyGoal(cloud, EngineOptions.standard(), out, results())
        .run(
            network,
            new DestroyGoal.Request(new Confirmation(confirmed, false, false), false, null));
  }

  /** Somebody else at the same subscription. */
  private static final class SomebodyElse {
    private final ArmClient client;
    private final String subscription;

    SomebodyElse(Path simulator) {
      var access = AzureSimulator.running(simulator).orElseThrow();
      this.client = ArmClient.of(access);
      this.subscription = "/subscriptions/" + access.credentials().subscriptionId();
    }

    String id(String group, String resource) {
      return subscription + "/resourceGroups/" + group + "/providers/Microsoft.Network/" + resource;
    }

    private static String at(String id) {
      return id + "?api-version=2024-05-01";
    }

    void makeGroup(String group) {
      String path = subscription + "/resourcegroups/" + group + "?api-version=2021-04-01";
      assertThat(client.put(path, "{\"location\":\"westus2\"}").status()).isIn(200, 201);
    }

    String make(String id, String body) {
      ArmClient.Answer answer = client.put(at(id), body);
      assertThat(answer.status()).as(answer.json().toString()).isIn(200, 201);
      Patience.until(id + " is made", () -> state(id).equals("Succeeded"));
      return id;
    }

    void remove(String id) {
      assertThat(client.delete(at(id)).status()).isEqualTo(202);
      Patience.until(id + " is gone", () -> !exists(id));
    }

    boolean exists(String id) {
      return client.get(at(id)).status() == 200;
    }

    JsonNode get(String id) {
      return client.get(at(id)).json();
    }

    private String state(String id) {
      return get(id).path("properties").path("provisioningState").asText();
    }

    void announceDeprovisioning(String circuit, String state) {
      tell("circuits/" + circuit + "/provider", "{\"state\":\"" + state + "\"}");
    }

    void tell(String path, String body) {
      ArmClient.Answer answer = client.admin().post("/_simulator/" + path, body);
      assertThat(answer.status()).as(answer.json().toString()).isBetween(200, 299);
    }

    void forgetFaults() {
      assertThat(client.admin().delete("/_simulator/faults").status()).isBetween(200, 299);
    }

    boolean groupExists(String group) {
      return client
              .get(subscription + "/resourcegroups/" + group + "?api-version=2021-04-01")
              .status()
          == 200;
    }
  }

  /** What somebody added, in the order in which it can be removed. */
  private static List<String> addForeignThings(SomebodyElse they) {
    String network = they.id(GROUP, "virtualNetworks/ra-hybrid-vpn-er-vnet");
    they.makeGroup("their-rg");
    String device =
        they.make(
            they.id("their-rg", "localNetworkGateways/their-lgw"),
            """
            {"location":"westus2","properties":{"gatewayIpAddress":"203.0.114.7",
              "localNetworkAddressSpace":{"addressPrefixes":["172.20.0.0/16"]}}}
            """);
    String connection =
        they.make(
            they.id("their-rg", "connections/their-cn"),
            """
            {"location":"westus2","properties":{"connectionType":"IPsec","sharedKey":"k3y4theirs",
              "virtualNetworkGateway1":{"id":"%s"},"localNetworkGateway2":{"id":"%s"}}}
            """
                .formatted(they.id(GROUP, "virtualNetworkGateways/ra-hybrid-vpn-vgw"), device));
    String subnet =
        they.make(network + "/subnets/db", "{\"properties\":{\"addressPrefix\":\"10.0.9.0/24\"}}");
    String spoke =
        they.make(
            they.id("their-rg", "virtualNetworks/spoke"),
            """
            {"location":"westus2","properties":{
              "addressSpace":{"addressPrefixes":["10.77.0.0/16"]}}}
            """);
    String peering =
        they.make(
            network + "/virtualNetworkPeerings/to-spoke",
            "{\"properties\":{\"remoteVirtualNetwork\":{\"id\":\"%s\"}}}".formatted(spoke));
    String rule =
        they.make(they.id(GROUP, "networkSecurityGroups/web-nsg/securityRules/NoSsh"), RULE);
    return List.of(connection, device, subnet, peering, spoke, rule);
  }

  @Test
  void whatOthersAddedSurvivesAndEverythingGoesOnceItIsGone() throws Exception {
    HybridNetwork network = network();
    try (CloudSession cloud = open()) {
      deploy(cloud, network);
      SomebodyElse they = new SomebodyElse(directory.resolve("simulator"));
      List<String> foreign = addForeignThings(they);
      List<JsonNode> before = foreign.stream().map(they::get).toList();

      RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
      long dry = journal.last();
      destroy(cloud, network, null);
      assertThat(journal.since(dry))
          .noneMatch(r -> r.path("method").asText().matches("PUT|PATCH|DELETE"));

      refuseWhileTheirConnectionsAreHidden(cloud, network, they);

      assertThatThrownBy(() -> destroy(cloud, network, GROUP))
          .hasMessageStartingWith("HN4031")
          .hasMessageContaining("virtual network gateway ra-hybrid-vpn-vgw")
          .hasMessageContaining("virtual network ra-hybrid-vpn-er-vnet")
          .hasMessageContaining("ExpressRoute circuit ra-hybrid-vpn-er-erc");
      assertThat(foreign).allMatch(they::exists);
      assertThat(settings(foreign.stream().map(they::get).toList())).isEqualTo(settings(before));
      for (String gone :
          List.of(
              "connections/ra-hybrid-vpn-cn",
              "connections/ra-hybrid-er-cn",
              "virtualNetworkGateways/ra-hybrid-er-vgw",
              "virtualNetworks/ra-hybrid-vpn-er-vnet/subnets/web",
              "networkSecurityGroups/web-nsg/securityRules/AllowHttps",
              "localNetworkGateways/ra-hybrid-vpn-lgw")) {
        assertThat(they.exists(they.id(GROUP, gone))).as(gone).isFalse();
      }
      String results = Files.readString(directory.resolve("out/outputs.json"));
      assertThat(results)
          .contains("ra-hybrid-vpn-vgw", "ra-hybrid-vpn-er-erc")
          .doesNotContain("ra-hybrid-er-vgw");

      foreign.forEach(they::remove);
      they.announceDeprovisioning("ra-hybrid-vpn-er-erc", "NotProvisioned");
      destroy(cloud, network, GROUP);
      assertThat(they.groupExists(GROUP)).isFalse();
      assertThat(they.groupExists("their-rg")).isTrue();
      destroy(cloud, network, GROUP);
    }
    assertThat(out.lines())
        .contains(
            "WARN   = virtual network gateway ra-hybrid-vpn-vgw: used by resources that are not in"
                + " the parameter files: connection 'their-cn' in resource group 'their-rg'",
            "INFO Nothing to remove: resource group '"
                + GROUP
                + "' contains no resource of this network.")
        .noneMatch(l -> l.startsWith("ERROR"));
    assertThat(Files.readString(directory.resolve("out/outputs.json"))).doesNotContain("ra-hybrid");
  }

  /** Azure's answer to who may not read what others have made. */
  private void refuseWhileTheirConnectionsAreHidden(
      CloudSession cloud, HybridNetwork network, SomebodyElse they) throws Exception {
    they.tell(
        "faults",
        """
        {"id": "hidden", "match": {"operation": "GET", "resourceGroup": "their-rg",
            "type": "Microsoft.Network/connections"},
          "effect": {"status": {"status": 403, "code": "AuthorizationFailed",
            "message": "No right to read."}}}
        """);
    RequestJournal journal = RequestJournal.of(directory.resolve("simulator"));
    long before = journal.last();
    assertThatThrownBy(() -> destroy(cloud, network, GROUP))
        .hasMessageStartingWith("HN4061")
        .hasMessageContaining(
            "Who else uses the local network gateway 'ra-hybrid-vpn-lgw' is not known, because this"
                + " identity may not read its connections: (AuthorizationFailed) No right to read"
                + " [request id ");
    assertThat(journal.since(before))
        .noneMatch(r -> r.path("method").asText().matches("PUT|PATCH|DELETE"));
    they.forgetFaults();
  }

  /** Nobody is to play the provider by hand where it acts by itself. */
  @Test
  void theSimulatedProviderDeprovisionsACircuitThatIsToGo() throws Exception {
    HybridNetwork network = network();
    try (CloudSession cloud = open()) {
      deploy(cloud, network);
      new DestroyGoal(cloud, EngineOptions.standard(), out, results())
          .run(
              network,
              new DestroyGoal.Request(
                  new Confirmation(GROUP, false, false), false, Duration.ofHours(1)));
      assertThat(out.lines()).noneMatch(l -> l.startsWith("ERROR"));
      assertThat(new SomebodyElse(directory.resolve("simulator")).groupExists(GROUP)).isFalse();
    }
  }

  /** Without what changes by itself: versions, and what a connection counts and measures. */
  private static List<JsonNode> settings(List<JsonNode> resources) {
    List<JsonNode> settings = resources.stream().map(r -> (JsonNode) r.deepCopy()).toList();
    for (JsonNode each : settings) {
      ((ObjectNode) each).remove("etag");
      ((ObjectNode) each.path("properties"))
          .remove(List.of("connectionStatus", "ingressBytesTransferred", "egressBytesTransferred"));
    }
    return settings;
  }
}
