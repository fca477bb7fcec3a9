package io.github.hybridnet.simulator.network.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantChoice;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RequestBodyReaderTest {
  private static final String NEWEST = "2025-09-01";
  private static final String OLDER = "2025-03-01";

  private static final String GROUP =
      "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/networkSecurityGroups/n";

  private VariantChoice choice = VariantChoice.USUAL;

  private JsonNode read(String type, String version, String body) {
    ArmCall call =
        new ArmCall(
            new ServerRequest(
                "PUT",
                new ServerRequest.Target("/x", "api-version=" + version),
                "https://localhost",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8)));
    return Objects.requireNonNull(
        new RequestBodyReader(TypeName.of("Microsoft.Network/" + type))
            .read(call, new VariantSelection(choice)));
  }

  private ArmError refusal(String type, String body) {
    return refusal(type, OLDER, body);
  }

  private ArmError refusal(String type, String version, String body) {
    return Objects.requireNonNull(
            catchThrowableOfType(ArmException.class, () -> read(type, version, body)))
        .error();
  }

  /** Azure/azure-powershell issue 10150 has a member of a later version at this place. */
  @Test
  void anUnknownMemberIsNamedWithItsPlace() {
    ArmError error =
        refusal(
            "connections",
            """
            {
              "location": "westus2",
              "properties": {
                "connectionType": "IPsec", "virtualNetworkGateway1": {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/g"},
                "noSuchMember": true
              }
            }
            """);
    assertThat(error.status()).isEqualTo(400);
    assertThat(error.code()).isEqualTo("InvalidRequestFormat");
    assertThat(error.message()).isEqualTo("Cannot parse the request.");
    assertThat(error.details())
        .containsExactly(
            new ArmError.Detail(
                "InvalidJson",
                "Could not find member 'noSuchMember' on object of type"
                    + " 'VirtualNetworkGatewayConnectionProperties'. Path"
                    + " 'properties.noSuchMember', line 5, position 19."));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    ArmError error =
        refusal(
            "virtualNetworks",
            "{\"properties\": {\"addressSpace\": \"10.0.0.0/16\", \"subnets\": 7,"
                + " \"flowTimeoutInMinutes\": \"soon\", \"encryption\": {\"enabled\": true,"
                + " \"enforcement\": \"Never\"}}}");
    assertThat(error.details())
        .extracting(ArmError.Detail::code)
        .containsExactly("InvalidJson", "InvalidJson", "InvalidJson", "InvalidJson");
    assertThat(error.details().get(0).message())
        .startsWith("Error converting value \"10.0.0.0/16\" to type ")
        .contains("Path 'properties.addressSpace', line 1, position 45.");
    assertThat(error.details().get(3).message())
        .contains("Error converting value \"Never\" to type")
        .contains("Path 'properties.encryption.enforcement'");
  }

  @Test
  void anEnvelopeWithAnUnknownMemberIsRefusedByResourceManager() {
    ArmError error = refusal("virtualNetworks", "{\n  \"Subnets\": []}");
    assertThat(error.source()).isEqualTo(ArmError.Source.GATEWAY);
    assertThat(error.code()).isEqualTo("InvalidRequestContent");
    assertThat(error.message())
        .isEqualTo(
            "The request content was invalid and could not be deserialized: 'Could not find member"
                + " 'Subnets' on object of type 'ResourceDefinition'. Path 'Subnets', line 2,"
                + " position 12.'.");
  }

  @Test
  void aMissingNameLeavesTheDetailsEmpty() {
    ArmError error =
        refusal("virtualNetworks", "{\"properties\": {\"subnets\": [{\"properties\": {}}]}}");
    assertThat(error.code()).isEqualTo("InvalidRequestFormat");
    assertThat(error.details()).isEmpty();
  }

  @Test
  void theSameNameTwiceIsOneMistake() {
    ArmError error =
        refusal(
            "virtualNetworks",
            "{\"properties\": {\"subnets\": [{\"name\": \"web\"}, {\"name\": \"WEB\"}]}}");
    assertThat(error.details())
        .containsExactly(
            new ArmError.Detail(
                "DuplicateResourceName",
                "Resource"
                    + " /subscriptions//resourceGroups//providers/Microsoft.Network/virtualNetworks/"
                    + " has two child resources with the same name (WEB)."));
  }

  @Test
  void allReferencesThatAreNoneAreToldWithOtherMistakes() {
    ArmError error =
        refusal(
            "virtualNetworkGateways",
            """
            {"properties": {"gatewayDefaultSite": {"id": "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v"},
             "enableBgp": {}, "ipConfigurations": [{"name": "a", "properties":
              {"subnet": {"id": "GatewaySubnet"}, "publicIPAddress": {"id": null}}}]}}
            """);
    String second = "properties.ipConfigurations[0].properties.";
    assertThat(error.details())
        .extracting(each -> each.code() + ": " + each.message())
        .containsExactly(
            "InvalidJsonReferenceWrongType: Reference Id"
                + " /subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v"
                + " is referencing resource of a wrong type. The Id is expected to reference"
                + " resources of type localNetworkGateways. Path properties.gatewayDefaultSite.",
            "InvalidJson: Error reading boolean. Unexpected token: StartObject. Path"
                + " 'properties.enableBgp', line 2, position 15.",
            "InvalidJsonReferenceFormat: Reference Id GatewaySubnet is not formatted correctly. The"
                + " Id is expected to reference resources of type virtualNetworks/subnets. Path "
                + second
                + "subnet.",
            "MissingJsonReferenceId: Value for reference id is missing. Path "
                + second
                + "publicIPAddress.");
  }

  @Test
  void aMemberOfALaterVersionIsUnknownInAnEarlierOne() {
    MemberShape later =
        BodyMembers.described()
            .of(TypeName.of("Microsoft.Network/expressRouteCircuits"))
            .flatMap(body -> body.member("properties", NEWEST))
            .orElseThrow()
            .members()
            .stream()
            .filter(member -> !member.isIn(OLDER) && !member.isReadOnly())
            .findFirst()
            .orElseThrow();
    String body = "{\"properties\": {\"" + later.name() + "\": null}}";
    assertThat(read("expressRouteCircuits", NEWEST, body)).isNotNull();
    assertThat(refusal("expressRouteCircuits", body).details().get(0).message())
        .startsWith("Could not find member '" + later.name() + "' on object of type");
  }

  /** Azure/azure-powershell issue 10150: trafficSelectorPolicies sent with a version of 2019. */
  @Test
  void aMemberThatAnEarlierVersionLacksIsUnknownThere() {
    String body =
        "{\"properties\": {\"virtualNetworkGateway1\": null, \"trafficSelectorPolicies\": []}}";
    assertThat(refusal("connections", "2019-09-01", body).details().get(0).message())
        .startsWith("Could not find member 'trafficSelectorPolicies' on object of type");
    assertThat(refusal("connections", "2019-11-01", body).details()).isEmpty();
  }

  @Test
  void readOnlyMembersNullAndAnyCaseAreNoMistakes() {
    String body =
        "{\"ID\": \"x\", \"etag\": \"W/1\", \"tags\": {\"a\": \"b\"}, \"Properties\":"
            + " {\"ProvisioningState\": {\"odd\": 1}, \"addressSpace\": null, \"subnets\":"
            + " [{\"name\": \"web\", \"properties\": {\"networkSecurityGroup\": {\"id\": \""
            + GROUP
            + "\","
            + " \"properties\": {\"anything\": 1}}}}]}}";
    assertThat(read("virtualNetworks", OLDER, body).path("ID").asText()).isEqualTo("x");
  }

  /** Whether the service converts is not known: one variant does. */
  @Test
  void textsForNumbersAreRefusedOrConverted() {
    String body =
        "{\"properties\": {\"idleTimeoutInMinutes\": \"10\", \"ipAddress\": 7, \"dnsSettings\":"
            + " {\"domainNameLabel\": true}}}";
    assertThat(refusal("publicIPAddresses", body).details()).hasSize(3);
    choice = VariantChoice.of(Map.of(AzureVariant.JSON_TYPES, "converted"));
    JsonNode read = read("publicIPAddresses", OLDER, body);
    assertThat(read.at("/properties/idleTimeoutInMinutes").isIntegralNumber()).isTrue();
    assertThat(read.at("/properties/dnsSettings/domainNameLabel").asText()).isEqualTo("true");
    assertThat(refusal("publicIPAddresses", body.replace("\"10\"", "\"ten\"")).details())
        .hasSize(1);
  }
}
