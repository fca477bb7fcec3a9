package io.github.hybridnet.azure.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.azure.FakeArm;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who uses something, from answers as Azure gives them. */
class ResourceUsersReaderTest {
  private final FakeArm arm = new FakeArm();

  private ActualResource read(ResourceType type, String properties) {
    ResourceKey key = new ResourceKey("s", "rg", type, "x");
    arm.service.on("GET " + key.id(), 200, "{\"name\":\"x\",\"properties\":{" + properties + "}}");
    return arm.cloud().read(key).orElseThrow();
  }

  @Test
  void everyKindOfUserOfASubnet() {
    ActualResource network =
        read(
            ResourceType.VIRTUAL_NETWORK,
            """
            "subnets":[{"name":"free","properties":{}},{"name":"web","properties":{
              "ipConfigurations":[{"id":"/nic/ipConfigurations/c"}],
              "ipConfigurationProfiles":[{"id":"/profile"}],
              "privateEndpoints":[{"id":"/endpoint"}],
              "applicationGatewayIPConfigurations":[{"id":"/appGateway"}],
              "resourceNavigationLinks":[{"name":"r","properties":{"link":"/cache"}}],
              "serviceAssociationLinks":[{"name":"l","properties":{
                "linkedResourceType":"Microsoft.Web/serverfarms"}}]}}]
            """);
    assertThat(network.observed().get(ResourceUsers.SUBNETS))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "web",
                    "users",
                    List.of(
                        "/nic/ipConfigurations/c",
                        "/profile",
                        "/endpoint",
                        "/appGateway",
                        "/cache",
                        "Microsoft.Web/serverfarms"))));
  }

  @Test
  void subnetsAndInterfacesOfASecurityGroup() {
    ActualResource group =
        read(
            ResourceType.NETWORK_SECURITY_GROUP,
            "\"subnets\":[{\"id\":\"/subnet\"}],\"networkInterfaces\":[{\"id\":\"/nic\"}]");
    assertThat(group.observed().get(ResourceUsers.SECURITY_GROUP))
        .isEqualTo(List.of("/subnet", "/nic"));
  }

  @Test
  void authorizationsAndGlobalReachOfACircuit() {
    ActualResource circuit =
        read(
            ResourceType.CIRCUIT,
            """
            "authorizations":[{"name":"a","properties":{"authorizationKey":"secret-key-1",
              "authorizationUseStatus":"InUse","connectionResourceUri":"/cn"}}],
            "peerings":[{"name":"AzurePrivatePeering","properties":{
              "peeringType":"AzurePrivatePeering",
              "connections":[{"name":"to-london"}],"peeredConnections":[{"name":"from-paris"}]}}]
            """);
    assertThat(circuit.observed().get(ResourceUsers.AUTHORIZATIONS))
        .isEqualTo(List.of(Map.of("name", "a", "useStatus", "InUse", "connection", "/cn")));
    assertThat(circuit.observed().get("peerings").toString())
        .contains("globalReach=[to-london, from-paris]");
    assertThat(circuit.toString()).doesNotContain("secret-key-1");
  }
}
