package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.core.util.Context;
import com.azure.resourcemanager.network.NetworkManager;
import com.azure.resourcemanager.resources.ResourceManager;
import io.github.hybridnet.arm.ActualGateway;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.azure.FakeArm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SdkResourceModelTest {
  private static final String SUB = "s";
  private final FakeArm arm = new FakeArm();

  @Test
  void theVersionsAreThoseOfTheSdksOwnClients() {
    AzureProfile profile = new AzureProfile("t", SUB, AzureEnvironment.AZURE);
    arm.service
        .on(
            "GET /subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/c",
            200,
            "{}")
        .on("GET /subscriptions/s/resourcegroups/rg", 200, "{}")
        .on("GET /subscriptions/s", 200, "{}");
    NetworkManager.authenticate(arm.pipeline(), profile)
        .serviceClient()
        .getVirtualNetworkGatewayConnections()
        .getByResourceGroupWithResponse("rg", "c", Context.NONE);
    ResourceManager resources =
        ResourceManager.authenticate(arm.pipeline(), profile).withSubscription(SUB);
    resources.serviceClient().getResourceGroups().getWithResponse("rg", Context.NONE);
    resources.subscriptionClient().getSubscriptions().getWithResponse(SUB, Context.NONE);

    assertThat(arm.service.sent())
        .extracting(sent -> sent.query())
        .containsExactly(
            "api-version=" + ApiVersion.NETWORK.text(),
            "api-version=" + ApiVersion.RESOURCES.text(),
            "api-version=" + ApiVersion.SUBSCRIPTIONS.text());
  }

  @ParameterizedTest
  @EnumSource(ResourceType.class)
  void readsEachTypeAtItsAddress(ResourceType type) {
    boolean part = type.armName().chars().filter(c -> c == '/').count() > 1;
    ResourceKey key = new ResourceKey(SUB, "rg", type, part ? "whole/private" : "rg");
    String answered = part ? "Private" : "RG";
    arm.service.on(
        "GET " + key.id(),
        200,
        "{\"name\":\""
            + answered
            + "\",\"location\":\"westus\",\"tags\":{\"a\":\"b\"},"
            + "\"properties\":{\"provisioningState\":\"Updating\"}}");

    ActualResource actual = arm.cloud().read(key).orElseThrow();

    assertThat(actual.provisioningState()).isEqualTo("Updating");
    assertThat(actual.key().name()).isEqualTo(part ? "whole/Private" : "RG");
    assertThat(actual.body()).doesNotContainKeys("id", "etag", "type");
  }

  /** Those whose reads carry the header; the others' etags change with other resources. */
  @ParameterizedTest
  @EnumSource(ResourceType.class)
  void whatIsWrittenAgainstItsEtag(ResourceType type) {
    boolean part = type.armName().chars().filter(c -> c == '/').count() > 1;
    ResourceKey key = new ResourceKey(SUB, "rg", type, part ? "whole/part" : "rg");
    arm.service.on("GET " + key.id(), 200, "{\"etag\":\"W/1\",\"properties\":{}}");

    String etag = arm.cloud().read(key).orElseThrow().etag();

    assertThat(etag)
        .isEqualTo(
            switch (type) {
              case VIRTUAL_NETWORK,
                  SUBNET,
                  NETWORK_SECURITY_GROUP,
                  SECURITY_RULE,
                  PUBLIC_IP,
                  LOCAL_NETWORK_GATEWAY ->
                  "W/1";
              default -> null;
            });
  }

  @Test
  void aCircuitTellsWhatItsProviderDoes() {
    ResourceKey key = new ResourceKey(SUB, "rg", ResourceType.CIRCUIT, "erc");
    arm.service.on(
        "GET " + key.id(),
        200,
        """
        {"name":"erc","location":"westus","sku":{"name":"Premium_UnlimitedData"},
         "properties":{"provisioningState":"Succeeded","serviceKey":"guid","stag":7,
          "circuitProvisioningState":"Enabled","serviceProviderProvisioningState":"Provisioned",
          "gatewayManagerEtag":"12","serviceProviderProperties":{"bandwidthInMbps":50},
          "authorizations":[{"name":"a","properties":{"authorizationKey":"canary"}}],
          "peerings":[{"name":"AzurePrivatePeering","properties":{"state":"Enabled",
            "peeringType":"AzurePrivatePeering","provisioningState":"Succeeded"}}]}}
        """);

    ActualResource actual = arm.cloud().read(key).orElseThrow();

    assertThat(actual.observed())
        .containsEntry("serviceKey", "guid")
        .containsEntry("circuitProvisioningState", "Enabled")
        .containsEntry("serviceProviderProvisioningState", "Provisioned");
    assertThat(actual.observed().get("peerings"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name", "AzurePrivatePeering",
                    "peeringType", "AzurePrivatePeering",
                    "state", "Enabled",
                    "provisioningState", "Succeeded",
                    "lastModifiedBy", "")));
    assertThat(actual.body().toString())
        .contains("bandwidthInMbps=50", "authorizationKey=***")
        .doesNotContain("canary", "serviceKey", "Provisioned", "gatewayManagerEtag");
  }

  @Test
  void aGatewayHasItsTypeItsAddressesAndItsBgp() {
    ResourceKey key = new ResourceKey(SUB, "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
    arm.service.on(
        "GET " + key.id(),
        200,
        """
        {"name":"gw","etag":"W/\\"9\\"","properties":{"provisioningState":"Succeeded",
          "gatewayType":"Vpn","vpnGatewayGeneration":"Generation2","enableBgp":true,
          "ipConfigurations":[{"name":"default","properties":{
            "subnet":{"id":"%1$s/virtualNetworks/hub/subnets/GatewaySubnet"},
            "publicIPAddress":{"id":"%1$s/publicIPAddresses/pip"}}}],
          "bgpSettings":{"asn":65515,"bgpPeeringAddress":"10.0.255.254","bgpPeeringAddresses":[
           {"ipconfigurationId":"i","defaultBgpIpAddresses":["10.0.255.254"],
            "tunnelIpAddresses":["203.0.113.1"]}]}}}
        """
            .formatted("/subscriptions/" + SUB + "/resourceGroups/rg/providers/Microsoft.Network"));

    ActualResource actual = arm.cloud().read(key).orElseThrow();

    assertThat(actual.etag()).as("gateways change their etag on their own").isNull();
    ActualGateway gateway = new ActualGateway(actual);
    assertThat(gateway.type()).isEqualTo("Vpn");
    assertThat(gateway.generation()).isEqualTo("Generation2");
    assertThat(gateway.isBgpEnabled()).isTrue();
    assertThat(gateway.isMultiHomed()).isFalse();
    assertThat(gateway.asn()).hasValue(65515);
    assertThat(gateway.bgpPeeringAddress()).isEqualTo("10.0.255.254");
    assertThat(gateway.network())
        .contains(new ResourceKey(SUB, "rg", ResourceType.VIRTUAL_NETWORK, "hub"));
    assertThat(gateway.publicAddresses())
        .containsExactly(new ResourceKey(SUB, "rg", ResourceType.PUBLIC_IP, "pip"));
  }

  @Test
  void aPublicAddressTellsItself() {
    ResourceKey key = new ResourceKey(SUB, "rg", ResourceType.PUBLIC_IP, "pip");
    arm.service.on(
        "GET " + key.id(),
        200,
        "{\"name\":\"pip\",\"etag\":\"W/1\",\"properties\":{\"ipAddress\":\"203.0.113.1\","
            + "\"ipConfiguration\":{\"id\":\"/c\"}}}");

    ActualResource actual = arm.cloud().read(key).orElseThrow();

    assertThat(actual.provisioningState()).isEqualTo("Unknown");
    assertThat(actual.etag()).isEqualTo("W/1");
    assertThat(actual.observed())
        .containsEntry("ipAddress", "203.0.113.1")
        .containsEntry("ipConfiguration", "/c");
    assertThat(actual.body().toString()).doesNotContain("203.0.113.1");
  }

  /** Such an address has no IP configuration, and is used all the same. */
  @Test
  void aPublicAddressOfANatGatewayTellsItsUser() {
    ResourceKey key = new ResourceKey(SUB, "rg", ResourceType.PUBLIC_IP, "pip");
    arm.service.on(
        "GET " + key.id(),
        200,
        "{\"name\":\"pip\",\"properties\":{\"natGateway\":{\"id\":\"/nat\"}}}");
    assertThat(arm.cloud().read(key).orElseThrow().observed())
        .containsEntry("ipConfiguration", "/nat");
  }
}
