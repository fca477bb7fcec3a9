package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecurityGroupTest {
  private static final String RULE =
      """
      {'properties': {'access': 'allow', 'direction': 'INBOUND', 'priority': 1000,
        'protocol': 'tcp', 'sourceAddressPrefix': 'Internet', 'sourcePortRange': '*',
        'destinationAddressPrefix': '10.0.1.0/24', 'destinationPortRange': '443'}}
      """;

  private final Bench bench = Bench.today();

  @Test
  void hasSixDefaultRules() {
    Bench.Reply created = bench.put("networkSecurityGroups/n", "{'location': 'westus2'}");

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().at("/properties/securityRules")).isEmpty();
    JsonNode rules = created.body().at("/properties/defaultSecurityRules");
    List<String> summary = new ArrayList<>();
    rules.forEach(
        rule ->
            summary.add(
                String.join(
                    " ",
                    rule.path("name").asText(),
                    rule.at("/properties/priority").asText(),
                    rule.at("/properties/access").asText(),
                    rule.at("/properties/direction").asText(),
                    rule.at("/properties/sourceAddressPrefix").asText(),
                    rule.at("/properties/destinationAddressPrefix").asText())));
    assertThat(summary)
        .containsExactly(
            "AllowVnetInBound 65000 Allow Inbound VirtualNetwork VirtualNetwork",
            "AllowAzureLoadBalancerInBound 65001 Allow Inbound AzureLoadBalancer *",
            "DenyAllInBound 65500 Deny Inbound * *",
            "AllowVnetOutBound 65000 Allow Outbound VirtualNetwork VirtualNetwork",
            "AllowInternetOutBound 65001 Allow Outbound * Internet",
            "DenyAllOutBound 65500 Deny Outbound * *");
    assertThat(Bench.shown(rules.get(0)))
        .isEqualTo(
            Bench.expected(
                """
                {'name': 'AllowVnetInBound',
                 'id': '~/networkSecurityGroups/n/defaultSecurityRules/AllowVnetInBound',
                 'etag': 'E',
                 'properties': {'provisioningState': 'Updating',
                   'description': 'Allow inbound traffic from all VMs in VNET', 'protocol': '*',
                   'sourcePortRange': '*', 'destinationPortRange': '*',
                   'sourceAddressPrefix': 'VirtualNetwork',
                   'destinationAddressPrefix': 'VirtualNetwork', 'access': 'Allow',
                   'priority': 65000, 'direction': 'Inbound', 'sourcePortRanges': [],
                   'destinationPortRanges': [], 'sourceAddressPrefixes': [],
                   'destinationAddressPrefixes': []},
                 'type': 'Microsoft.Network/networkSecurityGroups/defaultSecurityRules'}
                """));
  }

  @Test
  void ruleIsReturnedInTheServicesOwnCase() {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");

    JsonNode rule = bench.make("networkSecurityGroups/n/securityRules/https", RULE);

    assertThat(Bench.shown(rule))
        .isEqualTo(
            Bench.expected(
                """
                {'name': 'https', 'id': '~/networkSecurityGroups/n/securityRules/https',
                 'etag': 'E',
                 'properties': {'provisioningState': 'Succeeded', 'protocol': 'Tcp',
                   'sourcePortRange': '*', 'destinationPortRange': '443',
                   'sourceAddressPrefix': 'Internet', 'destinationAddressPrefix': '10.0.1.0/24',
                   'access': 'Allow', 'priority': 1000, 'direction': 'Inbound',
                   'sourcePortRanges': [], 'destinationPortRanges': [],
                   'sourceAddressPrefixes': [], 'destinationAddressPrefixes': []},
                 'type': 'Microsoft.Network/networkSecurityGroups/securityRules'}
                """));
    assertThat(bench.get("networkSecurityGroups/n").body().at("/properties/securityRules"))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | 99 | SecurityRuleInvalidPriority | Security rule has invalid Priority. Value"
            + " provided: 99 Allowed range 100-4096.",
        "'443' | '66600' | SecurityRuleInvalidPortRange | Security rule has invalid Port range."
            + " Value provided: 66600. Value should be an integer OR integer range with '-'"
            + " delimiter. Valid range 0-65535.",
        "10.0.1.0/24 | 10.0.0.0/42 | SecurityRuleInvalidAddressPrefix | Security rule"
            + " ~/networkSecurityGroups/n/securityRules/r has invalid Address prefix. Value"
            + " provided: 10.0.0.0/42"
      },
      quoteCharacter = '"')
  void refusesWrongRules(String right, String wrong, String code, String message) {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");

    Bench.Reply refused =
        bench.put("networkSecurityGroups/n/securityRules/r", RULE.replace(right, wrong));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.message()).isEqualTo(message);
  }

  @Test
  void refusesALongDescription() {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");
    String longText = "'description': '" + "x".repeat(141) + "', 'access'";

    Bench.Reply refused =
        bench.put("networkSecurityGroups/n/securityRules/r", RULE.replace("'access'", longText));

    assertThat(refused.code()).isEqualTo("SecurityRuleDescriptionTooLong");
    assertThat(refused.message()).isEqualTo("Security rule description cannot exceed 140 chars.");
  }

  @Test
  void refusesAnUnknownProtocol() {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");

    Bench.Reply refused =
        bench.put("networkSecurityGroups/n/securityRules/r", RULE.replace("tcp", "sctp"));

    assertThat(refused.detail())
        .isEqualTo(
            "InvalidJson: Error converting value \"sctp\" to type"
                + " 'Microsoft.WindowsAzure.Networking.Nrp.Frontend.Contract.Csm.Public.SecurityRuleProtocol'."
                + " Path 'properties.protocol', line 1, position 87.");
  }

  @Test
  void cannotBeDeletedWhileASubnetUsesIt() {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");
    bench.make(
        "virtualNetworks/v",
        """
        {'location': 'westus2', 'properties': {
          'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
          'subnets': [{'name': 'web', 'properties': {'addressPrefix': '10.0.1.0/24',
            'networkSecurityGroup': {'id': '~/NETWORKSECURITYGROUPS/N', 'location': 'x'}}}]}}
        """);

    assertThat(
            bench
                .get("virtualNetworks/v/subnets/web")
                .body()
                .at("/properties/networkSecurityGroup")
                .toString())
        .isEqualTo(Bench.json("{'id': '~/networkSecurityGroups/n'}").toString());
    assertThat(bench.get("networkSecurityGroups/n").body().at("/properties/subnets").toString())
        .isEqualTo(Bench.json("[{'id': '~/virtualNetworks/v/subnets/web'}]").toString());
    Bench.Reply refused = bench.delete("networkSecurityGroups/n");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("InUseNetworkSecurityGroupCannotBeDeleted");
    assertThat(refused.message())
        .isEqualTo(
            "Network security group ~/networkSecurityGroups/n cannot be deleted because it is in"
                + " use by the following resources: ~/virtualNetworks/v/subnets/web. In order to"
                + " delete the Network security group, remove the association with the"
                + " resource(s). To learn how to do this, see aka.ms/deletensg.");
    bench.remove("virtualNetworks/v");
    bench.remove("networkSecurityGroups/n");
    assertThat(bench.delete("networkSecurityGroups/n").status()).isEqualTo(204);
  }

  @Test
  void cannotBeOnTheGatewaySubnet() {
    bench.make("networkSecurityGroups/n", "{'location': 'westus2'}");

    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'westus2', 'properties': {
              'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
              'subnets': [{'name': 'GatewaySubnet', 'properties': {'addressPrefix': '10.0.1.0/24',
                'networkSecurityGroup': {'id': '~/networkSecurityGroups/n'}}}]}}
            """);

    assertThat(refused.code()).isEqualTo("NetworkSecurityGroupCannotBeAttachedToGatewaySubnet");
    assertThat(refused.message())
        .isEqualTo(
            "The operation failed because the network security group n can not be associated to"
                + " the GatewaySubnet. Please remove the network security group associated to the"
                + " GatewaySubnet. No changes have occurred on the gateway at this time. See here"
                + " for additional details: https://aka.ms/GatewaySubnet.");
  }

  @Test
  void mustExistBeforeASubnetNamesIt() {
    Bench.Reply refused =
        bench.put(
            "virtualNetworks/v",
            """
            {'location': 'westus2', 'properties': {
              'addressSpace': {'addressPrefixes': ['10.0.0.0/16']},
              'subnets': [{'name': 'web', 'properties': {'addressPrefix': '10.0.1.0/24',
                'networkSecurityGroup': {'id': '~/networkSecurityGroups/n'}}}]}}
            """);

    assertThat(refused.code()).isEqualTo("InvalidResourceReference");
    assertThat(refused.message())
        .isEqualTo(
            "Resource ~/networkSecurityGroups/n referenced by resource"
                + " ~/virtualNetworks/v/subnets/web was not found. Please make sure that the"
                + " referenced resource exists, and that both resources are in the same region.");
  }
}
