package io.github.hybridnet.simulator.deployment.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.deployment.Rig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deployments as their clients see them, by a manual clock. */
public class TemplateDeploymentTest {
  public static final String NETWORK =
      """
      {'type': 'Microsoft.Network/virtualNetworks', 'apiVersion': '2024-05-01', 'name': 'v',
       'location': 'westus2', 'properties': {
         'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
         'subnets': [{'name': 'GatewaySubnet', 'properties': {'addressPrefix': '10.0.255.224/27'}}]}}
      """;
  public static final String ADDRESS =
      """
      {'type': 'Microsoft.Network/publicIPAddresses', 'apiVersion': '2024-05-01', 'name': 'p',
       'location': 'West US 2', 'zones': ['1', '2', '3'], 'sku': {'name': 'Standard'},
       'properties': {'publicIPAllocationMethod': 'Static'}}
      """;
  private static final String GATEWAY =
      """
      {'type': 'Microsoft.Network/virtualNetworkGateways', 'apiVersion': '2024-05-01', 'name': 'gw',
       'location': "[resourceGroup().location]",
       'dependsOn': ['v', "[resourceId('Microsoft.Network/publicIPAddresses', 'p')]"],
       'properties': {'gatewayType': 'Vpn', 'vpnType': 'RouteBased',
         'sku': {'name': 'VpnGw1AZ', 'tier': 'VpnGw1AZ'},
         'ipConfigurations': [{'name': 'default', 'properties': {
           'publicIPAddress': {'id': "[resourceId('Microsoft.Network/publicIPAddresses', 'p')]"},
           'subnet': {'id':
             "[resourceId('Microsoft.Network/virtualNetworks/subnets', 'v', 'GatewaySubnet')]"}}}]}}
      """;
  private static final String SITE =
      """
      {'type': 'Microsoft.Network/localNetworkGateways', 'apiVersion': '2024-05-01', 'name': 'l',
       'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',
         'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']}}}
      """;

  @TempDir Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(directory);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  public static String template(String... resources) {
    return "{'resources': [" + String.join(",", resources) + "]}";
  }

  /** The template of {@code az network vpn-connection create}. */
  private static String connection() {
    return """
    {'$schema': 'https://schema.management.azure.com/schemas/2015-01-01/deploymentTemplate.json#',
     'contentVersion': '1.0.0.0',
     'parameters': {'sharedKey': {'type': 'securestring', 'metadata': {'description': 'Key'}}},
     'variables': {},
     'resources': [{'type': 'Microsoft.Network/connections', 'name': 'c', 'location': 'westus2',
       'tags': {}, 'apiVersion': '2015-06-15', 'dependsOn': [], 'properties': {
         'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/gw'},
         'enableBgp': false, 'connectionType': 'IPSec', 'routingWeight': 10,
         'usePolicyBasedTrafficSelectors': false, 'expressRouteGatewayBypass': null,
         'localNetworkGateway2': {'id': '~/localNetworkGateways/l'},
         'sharedKey': "[parameters('sharedKey')]"}}],
     'outputs': {'resource': {'type': 'object', 'value': "[reference('c')]"}}}
    """;
  }

  @Test
  void connectionOfTheAzureCli() {
    rig.deployed("site", template(NETWORK, ADDRESS, GATEWAY, SITE), 3600);
    ArmClient.Answer accepted =
        rig.deploy("vpn", connection(), "{'sharedKey': {'value': 'AzureA1b2C3'}}");

    assertThat(accepted.status()).isEqualTo(201);
    assertThat(accepted.header("Retry-After")).hasValue("10");
    String operation = accepted.header("Azure-AsyncOperation").orElseThrow();
    assertThat(operation).matches(".*/deployments/vpn/operationStatuses/\\d{20}\\?api-version=.*");
    JsonNode first = accepted.json();
    assertThat(rig.brief(first.at("/properties/parameters")))
        .isEqualTo("{'sharedKey':{'type':'SecureString'}}");
    assertThat(first.at("/properties/mode").asText()).isEqualTo("Incremental");
    assertThat(first.at("/properties/provisioningState").asText()).isEqualTo("Accepted");
    assertThat(rig.brief(first.at("/properties/providers")))
        .isEqualTo(
            "[{'namespace':'Microsoft.Network','resourceTypes':"
                + "[{'resourceType':'connections','locations':['westus2']}]}]");
    assertThat(rig.raw("GET", operation, "").json().toString())
        .isEqualTo("{\"status\":\"Accepted\"}");
    rig.pass(3);
    assertThat(rig.raw("GET", operation, "").json().toString())
        .isEqualTo("{\"status\":\"Running\"}");
    rig.pass(60);
    assertThat(rig.raw("GET", operation, "").json().toString())
        .isEqualTo("{\"status\":\"Succeeded\"}");
    JsonNode done = rig.shown("vpn").path("properties");
    JsonNode output = done.at("/outputs/resource");
    assertThat(output.path("type").asText()).isEqualTo("Object");
    assertThat(output.at("/value/connectionType").asText()).isEqualTo("IPsec");
    assertThat(output.at("/value/sharedKey").asText()).isEqualTo("AzureA1b2C3");
    assertThat(rig.brief(done.path("outputResources"))).isEqualTo("[{'id':'~/connections/c'}]");
    assertThat(done.path("duration").asText()).isEqualTo("PT13S");
    assertThat(rig.brief(done.path("parameters"))).doesNotContain("AzureA1b2C3");
  }

  @Test
  void textOfAFileAsTheAzureCliPastesIt() {
    String body =
        """
        {"properties": {"parameters": {}, "mode": "Incremental", template:{
          // a comment
          "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
          'contentVersion': "1.0.0.0", /* another */
          "resources": [],
          "outputs": {"long": {"type": "string", "value": "[concat('a',
             'b')]"}}
        }}}
        """;
    JsonNode valid = rig.raw("POST", rig.deployment("d") + "/validate", body).json();
    assertThat(valid.at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(valid.at("/properties/timestamp").asText()).isEqualTo("0001-01-01T00:00:00Z");
    assertThat(valid.at("/properties/validatedResources").isArray()).isTrue();
    assertThat(valid.at("/properties").has("parameters")).isFalse();
    assertThat(rig.raw("PUT", rig.deployment("d"), body).status()).isEqualTo(201);
    rig.pass(5);
    assertThat(rig.brief(rig.shown("d").at("/properties/outputs")))
        .isEqualTo("{'long':{'type':'String','value':'ab'}}");
    // Nowhere else.
    assertThat(rig.raw("PUT", rig.group(), "{location: 'westus2'}").code())
        .isEqualTo("InvalidRequestContent");
  }

  @Test
  void independentResourcesAtOnceAndDependentOnesAfterThem() {
    rig.deploy("d", template(GATEWAY, NETWORK, ADDRESS, SITE));
    rig.pass(3);
    assertThat(rig.get("virtualNetworks/v").at("/properties/provisioningState").asText())
        .isEqualTo("Updating");
    assertThat(rig.exists("publicIPAddresses/p")).isTrue();
    assertThat(rig.exists("localNetworkGateways/l")).isTrue();
    assertThat(rig.exists("virtualNetworkGateways/gw")).isFalse();
    rig.pass(10);
    assertThat(rig.exists("virtualNetworkGateways/gw")).isTrue();
    assertThat(rig.state("d")).isEqualTo("Running");
    JsonNode shown = rig.shown("d").path("properties");
    assertThat(rig.brief(shown.path("dependencies")))
        .isEqualTo(
            "[{'dependsOn':[{'id':'~/virtualNetworks/v','resourceType':"
                + "'Microsoft.Network/virtualNetworks','resourceName':'v'},"
                + "{'id':'~/publicIPAddresses/p','resourceType':"
                + "'Microsoft.Network/publicIPAddresses','resourceName':'p'}],"
                + "'id':'~/virtualNetworkGateways/gw','resourceType':"
                + "'Microsoft.Network/virtualNetworkGateways','resourceName':'gw'}]");
    rig.pass(1045);
    assertThat(rig.state("d")).isEqualTo("Succeeded");
    // The longest way: 2 s until it begins, the network and the gateway.
    assertThat(rig.shown("d").at("/properties/duration").asText()).isEqualTo("PT17M37S");
    assertThat(rig.shown("d").at("/properties/outputResources")).hasSize(4);
  }

  @Test
  void busyResourcesAreTriedAgain() {
    rig.deployed("site", template(NETWORK, ADDRESS, GATEWAY, SITE), 3600);
    rig.deployed("again", template(GATEWAY.replaceAll("'dependsOn'.*\\],", "")), 5);
    assertThat(rig.get("virtualNetworkGateways/gw").at("/properties/provisioningState").asText())
        .isEqualTo("Updating");
    rig.deploy("vpn", connection(), "{'sharedKey': {'value': 'k'}}");
    rig.pass(60);
    assertThat(rig.state("vpn")).isEqualTo("Running");
    assertThat(rig.exists("connections/c")).isFalse();
    rig.pass(200);
    assertThat(rig.state("vpn")).isEqualTo("Succeeded");
  }

  @Test
  void conflictEndsADeploymentButThoseOfConnections() {
    String sibling =
        "{'type': 'Microsoft.Network/virtualNetworks/subnets', 'apiVersion': '2024-05-01',"
            + " 'name': 'v/%s', 'properties': {'addressPrefix': '10.0.%d.0/24'}}";
    rig.deployed("site", template(NETWORK, ADDRESS, GATEWAY, SITE), 3600);
    JsonNode failed =
        rig.deployed("d", template(sibling.formatted("x", 7), sibling.formatted("y", 8)), 300);
    assertThat(failed.at("/properties/provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.at("/properties/error/details/0/code").asText())
        .isEqualTo("AnotherOperationInProgress");
    for (String conflict : List.of("waits", "fails")) {
      rig.play(Map.of("deployment-conflict", conflict));
      rig.deploy(conflict + 1, connection(), "{'sharedKey': {'value': 'k'}}");
      rig.pass(5);
      rig.deploy(conflict + 2, connection(), "{'sharedKey': {'value': 'l'}}");
      rig.pass(300);
      assertThat(rig.state(conflict + 1)).isEqualTo("Succeeded");
      assertThat(rig.state(conflict + 2))
          .isEqualTo(conflict.equals("waits") ? "Succeeded" : "Failed");
    }
  }

  @Test
  void aFailureMayBeAText() {
    rig.play(Map.of("deployment-failure", "text"));
    String tooLarge = GATEWAY.replace("VpnGw1AZ", "VpnGw9");

    JsonNode detail =
        rig.deployed("d", template(NETWORK, ADDRESS, tooLarge), 60)
            .at("/properties/error/details/0");

    assertThat(detail.path("code").asText()).isEqualTo("BadRequest");
    assertThat(detail.path("message").asText())
        .startsWith("{\r\n")
        .contains("\"code\" : \"InvalidRequestFormat\"");
  }

  @Test
  void refusedResourceFailsTheDeploymentAndWhatWaitsForItIsNotBegun() {
    String tooLarge = GATEWAY.replace("VpnGw1AZ", "VpnGw9");
    String after = SITE.replace("'location'", "'dependsOn': ['gw'], 'location'");
    JsonNode failed =
        rig.deployed("d", template(NETWORK, ADDRESS, tooLarge, after), 60).path("properties");

    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.at("/error/code").asText()).isEqualTo("DeploymentFailed");
    assertThat(failed.at("/error/message").asText())
        .isEqualTo(
            "At least one resource deployment operation failed. Please list deployment operations"
                + " for details. Please see https://aka.ms/arm-deployment-operations for usage"
                + " details.");
    assertThat(rig.brief(failed.at("/error/details/0"))).contains("VpnGw9");
    assertThat(rig.exists("virtualNetworks/v")).isTrue();
    assertThat(rig.exists("localNetworkGateways/l")).isFalse();
    JsonNode operations = operations("d");
    assertThat(operations).hasSize(3);
    JsonNode gateway = operations.get(2).path("properties");
    assertThat(gateway.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(gateway.path("statusCode").asText()).isEqualTo("BadRequest");
    assertThat(gateway.at("/statusMessage/error")).isEqualTo(failed.at("/error/details/0"));
    assertThat(gateway.at("/targetResource/resourceName").asText()).isEqualTo("gw");
  }

  private JsonNode operations(String name) {
    String path = rig.group().replace("resourceGroups", "resourcegroups") + "/deployments/" + name;
    JsonNode listed = rig.send("GET", path + "/operations", "").json().path("value");
    assertThat(rig.send("GET", rig.deployment(name) + "/operations", "").json().path("value"))
        .isEqualTo(listed);
    String one = listed.path(0).path("id").asText();
    assertThat(rig.send("GET", one, "").json()).isEqualTo(listed.path(0));
    return listed;
  }

  @Test
  void failedOperationFailsTheDeploymentWithItsError() {
    String circuit =
        """
        {'type': 'Microsoft.Network/expressRouteCircuits', 'apiVersion': '2024-05-01', 'name': 'er',
         'location': 'westus2', 'sku': {'name': 'Standard_MeteredData', 'tier': 'Standard',
           'family': 'MeteredData'},
         'properties': {'serviceProviderProperties': {'serviceProviderName': 'Equinix',
           'peeringLocation': 'Silicon Valley', 'bandwidthInMbps': 50}}}
        """;
    String gateway =
        GATEWAY
            .replaceAll("'publicIPAddress': .*\\n", "")
            .replace(
                "'gatewayType': 'Vpn', 'vpnType': 'RouteBased'", "'gatewayType': 'ExpressRoute'")
            .replace("VpnGw1AZ", "ErGw1AZ")
            .replaceAll("'dependsOn'.*\\],", "'dependsOn': ['v'],");
    String connection =
        """
        {'type': 'Microsoft.Network/connections', 'apiVersion': '2024-05-01', 'name': 'c',
         'location': 'westus2', 'dependsOn': ['gw', 'er'], 'properties': {
           'connectionType': 'ExpressRoute',
           'virtualNetworkGateway1': {'id': '~/virtualNetworkGateways/gw'},
           'peer': {'id': '~/expressRouteCircuits/er'}}}
        """;
    JsonNode failed =
        rig.deployed("d", template(NETWORK, circuit, gateway, connection), 3600).path("properties");
    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    JsonNode detail = failed.at("/error/details/0");
    assertThat(detail.path("code").asText()).isEqualTo("ResourceDeploymentFailure");
    assertThat(rig.brief(detail.path("target"))).isEqualTo("'~/connections/c'");
    assertThat(detail.path("message").asText())
        .isEqualTo(
            "The resource write operation failed to complete successfully, because it reached"
                + " terminal provisioning state 'Failed'.");
    assertThat(detail.at("/details/0/code").asText()).isNotEmpty();
    assertThat(operations("d").get(3).at("/properties/statusMessage/status").asText())
        .isEqualTo("Failed");
  }

  @Test
  void secretsAreNotInTheStateFileAndADeploymentSurvivesARestart() throws IOException {
    rig.deployed("site", template(NETWORK, ADDRESS, GATEWAY, SITE), 3600);
    String canary = "canary-4711-key";
    rig.deploy("vpn", connection(), "{'sharedKey': {'value': '" + canary + "'}}");
    rig.pass(4);
    rig.restart();
    assertThat(Files.readString(rig.file("state.json")))
        .contains("/deployments/vpn")
        .doesNotContain(canary);
    assertThat(rig.state("vpn")).isEqualTo("Running");
    rig.pass(60);
    assertThat(rig.state("vpn")).isEqualTo("Succeeded");
    rig.restart();
    assertThat(Files.readString(rig.file("state.json"))).doesNotContain(canary);
    assertThat(rig.shown("vpn").at("/properties/outputs/resource/value/sharedKey").asText())
        .isEqualTo(canary);
  }

  @Test
  void whatWasDueWhileNobodyRanHappensInItsOrder() {
    rig.deploy("d", template(NETWORK, ADDRESS, GATEWAY, SITE));
    rig.restart();
    rig.pass(7200);
    rig.restart();
    assertThat(rig.state("d")).isEqualTo("Succeeded");
    assertThat(rig.shown("d").at("/properties/duration").asText()).isEqualTo("PT17M37S");
  }

  @Test
  void cancelledDeploymentBeginsNothingMore() {
    rig.deploy("d", template(NETWORK, ADDRESS, GATEWAY));
    rig.pass(3);
    assertThat(rig.send("POST", rig.deployment("d") + "/cancel", "").status()).isEqualTo(204);
    rig.pass(3600);
    assertThat(rig.state("d")).isEqualTo("Canceled");
    assertThat(rig.exists("virtualNetworks/v")).isTrue();
    assertThat(rig.exists("virtualNetworkGateways/gw")).isFalse();
    assertThat(rig.send("POST", rig.deployment("d") + "/cancel", "").status()).isEqualTo(409);
  }

  @Test
  void nameOfAnActiveDeploymentIsTakenAndOfAFinishedOneFree() {
    rig.deploy("d", template(SITE));
    ArmClient.Answer second = rig.deploy("d", template(SITE));
    assertThat(second.status()).isEqualTo(409);
    assertThat(second.code()).isEqualTo("DeploymentActive");
    rig.pass(60);
    assertThat(rig.deploy("d", template(SITE)).status()).isEqualTo(200);
  }

  @Test
  void deploymentsToASubscriptionAreRefused() {
    String path = rig.subscription() + "/providers/Microsoft.Resources/deployments/d";
    assertThat(rig.send("PUT", path, "{'location': 'westus2'}").code()).isEqualTo("NotSimulated");
  }

  @Test
  void listedReadAndForgotten() {
    rig.deployed("one", template(), 10);
    rig.deployed("two", template(), 10);
    String collection = rig.group() + "/providers/Microsoft.Resources/deployments";
    assertThat(rig.send("GET", collection, "").json().path("value")).hasSize(2);
    assertThat(rig.send("HEAD", rig.deployment("one"), "").status()).isEqualTo(204);
    assertThat(rig.send("HEAD", rig.deployment("none"), "").status()).isEqualTo(404);
    assertThat(rig.send("GET", rig.deployment("none"), "").message())
        .isEqualTo("Deployment 'none' could not be found.");
    // They are no resources of the group.
    assertThat(rig.send("GET", rig.group() + "/resources", "").json().path("value")).isEmpty();

    ArmClient.Answer deletion = rig.send("DELETE", rig.deployment("one"), "");
    assertThat(deletion.status()).isEqualTo(202);
    String location = deletion.header("Location").orElseThrow();
    assertThat(rig.raw("GET", location, "").status()).isEqualTo(202);
    rig.pass(15);
    assertThat(rig.raw("GET", location, "").status()).isEqualTo(204);
    assertThat(rig.send("DELETE", rig.deployment("one"), "").status()).isEqualTo(204);
    assertThat(rig.send("GET", collection, "").json().path("value")).hasSize(1);
  }
}
