package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.deployment.run.TemplateDeploymentTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a deployment would change, what it removes in mode Complete, and templates of what stands.
 */
class WhatIfComparisonTest {
  private static final String SITE =
      """
      {'type': 'Microsoft.Network/localNetworkGateways', 'apiVersion': '2024-05-01', 'name': '%s',
       'location': 'West US 2', 'properties': {'gatewayIpAddress': '%s',
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

  private static String site(String name, String address) {
    return SITE.formatted(name, address);
  }

  private JsonNode whatIf(ObjectNode request) {
    ArmClient.Answer accepted =
        rig.raw("POST", rig.deployment("w") + "/whatIf", request.toString());
    assertThat(accepted.status()).isEqualTo(202);
    String location = accepted.header("Location").orElseThrow();
    assertThat(rig.raw("GET", location, "").status()).isEqualTo(202);
    rig.pass(6);
    JsonNode result = rig.raw("GET", location, "").json();
    assertThat(result.path("status").asText()).isEqualTo("Succeeded");
    return result.at("/properties/changes");
  }

  private static JsonNode of(JsonNode changes, String name) {
    for (JsonNode change : changes) {
      if (change.path("resourceId").asText().endsWith("/" + name)) {
        return change;
      }
    }
    throw new AssertionError(name + " is not in " + changes);
  }

  @Test
  void saysWhatWouldChangeAndChangesNothing() {
    rig.deployed(
        "before",
        TemplateDeploymentTest.template(
            site("same", "40.0.0.1"), site("changed", "40.0.0.2"), site("other", "40.0.0.3")),
        60);
    String template =
        TemplateDeploymentTest.template(
            site("same", "40.0.0.1"),
            site("changed", "40.0.0.9")
                .replace("'192.168.0.0/16'", "'192.168.0.0/16', '10.9.0.0/16'"),
            site("added", "40.0.0.4"));
    JsonNode changes = whatIf(rig.request(template, "{}"));

    assertThat(changes).hasSize(4);
    assertThat(of(changes, "same").path("changeType").asText()).isEqualTo("NoChange");
    assertThat(of(changes, "added").path("changeType").asText()).isEqualTo("Create");
    assertThat(of(changes, "added").has("before")).isFalse();
    assertThat(of(changes, "other").path("changeType").asText()).isEqualTo("Ignore");
    JsonNode changed = of(changes, "changed");
    assertThat(changed.path("changeType").asText()).isEqualTo("Modify");
    assertThat(rig.brief(changed.path("delta")))
        .isEqualTo(
            "[{'path':'properties.gatewayIpAddress','propertyChangeType':'Modify',"
                + "'before':'40.0.0.2','after':'40.0.0.9'},"
                + "{'path':'properties.localNetworkAddressSpace.addressPrefixes',"
                + "'propertyChangeType':'Array','children':[{'path':'1',"
                + "'propertyChangeType':'Create','after':'10.9.0.0/16'}]}]");
    assertThat(rig.exists("localNetworkGateways/added")).isFalse();

    ObjectNode brief = rig.request(template, "{}");
    brief
        .withObjectProperty("properties")
        .put("mode", "Complete")
        .putObject("whatIfSettings")
        .put("resultFormat", "ResourceIdOnly");
    JsonNode ids = whatIf(brief);
    assertThat(of(ids, "same").path("changeType").asText()).isEqualTo("Deploy");
    assertThat(of(ids, "other").path("changeType").asText()).isEqualTo("Delete");
    assertThat(of(ids, "same").has("after")).isFalse();
  }

  @Test
  void secretsStayExpressions() {
    String template =
        """
        {'parameters': {'secret': {'type': 'securestring'}},
         'variables': {'derived': "[concat(parameters('secret'), '!')]"},
         'resources': [%s]}
        """
            .formatted(
                site("s", "40.0.0.1")
                    .replace(
                        "'location'", "'tags': {'a': \"[variables('derived')]\"}, 'location'"));
    JsonNode changes = whatIf(rig.request(template, "{'secret': {'value': 'canary'}}"));
    assertThat(changes.toString()).doesNotContain("canary").contains("variables('derived')");
  }

  @Test
  void completeModeRemovesWhatTheTemplateDoesNotName() {
    rig.deployed(
        "before",
        TemplateDeploymentTest.template(
            TemplateDeploymentTest.NETWORK, TemplateDeploymentTest.ADDRESS),
        60);
    rig.make(
        "virtualNetworkGateways/gw",
        """
        {'location': 'westus2', 'properties': {'gatewayType': 'vpn', 'vpnType': 'routebased',
          'sku': {'name': 'VpnGw1AZ', 'tier': 'VpnGw1AZ'},
          'ipConfigurations': [{'name': 'default', 'properties': {
            'publicIPAddress': {'id': '~/publicIPAddresses/p'},
            'subnet': {'id': '~/virtualNetworks/v/subnets/GatewaySubnet'}}}]}}
        """);
    ObjectNode request =
        rig.request(TemplateDeploymentTest.template(site("kept", "40.0.0.1")), "{}");
    request.withObjectProperty("properties").put("mode", "Complete");
    rig.raw("PUT", rig.deployment("complete"), request.toString());
    rig.pass(30);
    assertThat(rig.state("complete")).isEqualTo("Running");
    assertThat(rig.exists("virtualNetworks/v")).isTrue();
    rig.pass(3600);
    assertThat(rig.state("complete")).isEqualTo("Succeeded");
    JsonNode left = rig.send("GET", rig.group() + "/resources", "").json().path("value");
    assertThat(left).hasSize(1);
    assertThat(left.get(0).path("name").asText()).isEqualTo("kept");
  }

  @Test
  void exportedGroupCanBeDeployed() {
    String export = rig.group() + "/exportTemplate";
    JsonNode empty = rig.send("POST", export, "{'resources': ['*']}").json();
    assertThat(rig.brief(empty))
        .isEqualTo(
            "{'template':{'$schema':'https://schema.management.azure.com/schemas/2019-04-01/"
                + "deploymentTemplate.json#','contentVersion':'1.0.0.0','parameters':{},"
                + "'variables':{},'resources':[]}}");
    rig.deployed(
        "before",
        TemplateDeploymentTest.template(
            TemplateDeploymentTest.NETWORK, TemplateDeploymentTest.ADDRESS, site("l", "40.0.0.1")),
        60);
    JsonNode template = rig.send("POST", export, "{'resources': ['*']}").json().path("template");
    assertThat(template.path("resources")).hasSize(3);
    assertThat(template.at("/parameters/virtualNetworks_v_name/defaultValue").asText())
        .isEqualTo("v");
    ObjectNode request = rig.request("{}", "{}");
    request.withObjectProperty("properties").set("template", template);
    assertThat(rig.raw("PUT", rig.deployment("again"), request.toString()).status()).isEqualTo(201);
    rig.pass(60);
    assertThat(rig.brief(rig.shown("again"))).contains("'provisioningState':'Succeeded'");
    JsonNode back =
        rig.send("POST", rig.deployment("again") + "/exportTemplate", "").json().path("template");
    assertThat(back).isEqualTo(template);
  }
}
