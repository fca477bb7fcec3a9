package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private final Planner planner = new Planner();
  private final List<DeclaredResource> desired =
      new NetworkResources(SampleNetwork.reference(), SCOPE).network(NetworkResources.Options.ALL);

  private DeclaredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  private static ActualResource standing(DeclaredResource resource, Map<String, Object> body) {
    return new ActualResource(resource.key(), "W/\"1\"", "Succeeded", body, Map.of());
  }

  @Test
  void everythingIsCreatedAfterWhatItNeeds() {
    long seed = new Random().nextLong();
    List<DeclaredResource> shuffled = new ArrayList<>(desired);
    Collections.shuffle(shuffled, new Random(seed));
    List<ResourceKey> seen = new ArrayList<>();
    for (ResourceChange resourceChange :
        planner.plan(shuffled, new ActualState(List.of())).changes()) {
      assertThat(resourceChange.action())
          .as("seed %d", seed)
          .isEqualTo(ResourceChange.Action.CREATE);
      List<ResourceKey> needs = new ArrayList<>(resourceChange.declared().dependsOn());
      needs.removeIf(k -> k.type() == ResourceType.CIRCUIT);
      assertThat(seen).as("seed %d", seed).containsAll(needs);
      seen.add(resourceChange.key());
    }
  }

  @Test
  void whatStandsAsDeclaredIsUnchanged() {
    Map<ResourceKey, ActualResource> actual = new HashMap<>();
    desired.forEach(d -> actual.put(d.key(), standing(d, d.body())));
    assertThat(planner.plan(desired, new ActualState(actual.values())).isEmpty()).isTrue();
  }

  @Test
  void valuesThatTheServiceAddsOrNormalisesAreNoDifference() {
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("location", "West US 2");
    Map<String, Object> properties = new LinkedHashMap<>(ResourceBody.map(body.get("properties")));
    properties.put("vpnType", "routebased");
    properties.put("sku", Map.of("name", "vpngw1az", "tier", "VpnGw1AZ", "capacity", 2));
    properties.put("natRules", List.of());
    body.put("properties", properties);
    assertThat(planner.change(gateway, standing(gateway, body)).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
  }

  @ParameterizedTest
  @CsvSource({
    "VpnGw1AZ, Generation1, VpnGw1AZ, Generation2, UNCHANGED",
    "VpnGw1AZ, , VpnGw1AZ, Generation2, UNCHANGED",
    "VpnGw4AZ, , VpnGw4AZ, Generation1, UNCHANGED",
    "VpnGw2AZ, Generation2, VpnGw2AZ, Generation1, UNCHANGED",
    "VpnGw2AZ, Generation1, VpnGw1AZ, Generation2, UPDATE",
    "VpnGw4AZ, Generation1, VpnGw2AZ, Generation2, UPDATE",
    "VpnGw4AZ, Generation2, VpnGw2AZ, Generation1, REPLACE",
    "VpnGw4AZ, , VpnGw2AZ, , UPDATE",
  })
  void theGenerationThatStandsIsNoDifference(
      String sku,
      @Nullable String generation,
      String standingSku,
      @Nullable String standingGeneration,
      ResourceChange.Action action) {
    DeclaredResource gateway = find("ra-vpn-vgw");
    DeclaredResource declared =
        new DeclaredResource(
            gateway.key(),
            of(gateway.body(), sku, generation),
            gateway.dependsOn(),
            gateway.rules());
    ResourceChange resourceChange =
        planner.change(
            declared, standing(declared, of(gateway.body(), standingSku, standingGeneration)));
    assertThat(resourceChange.action()).isEqualTo(action);
    assertThat(resourceChange.differences())
        .extracting(PropertyDifference::path)
        .noneMatch(path -> path.contains("Generation"));
  }

  private static Map<String, Object> of(
      Map<String, Object> body, String sku, @Nullable String generation) {
    Map<String, Object> properties = new LinkedHashMap<>(ResourceBody.map(body.get("properties")));
    properties.put("sku", Map.of("name", sku, "tier", sku));
    if (generation != null) {
      properties.put("vpnGatewayGeneration", generation);
    }
    Map<String, Object> gateway = new LinkedHashMap<>(body);
    gateway.put("properties", properties);
    return gateway;
  }

  @Test
  void aDifferenceNamesPathAndValues() {
    DeclaredResource device = find("ra-lgw");
    Map<String, Object> body = new LinkedHashMap<>(device.body());
    body.put(
        "properties",
        Map.of(
            "gatewayIpAddress",
            "1.2.3.4",
            "localNetworkAddressSpace",
            Map.of("addressPrefixes", List.of("192.168.0.0/16"))));
    ResourceChange resourceChange = planner.change(device, standing(device, body));
    assertThat(resourceChange.action()).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(resourceChange.differences())
        .extracting(PropertyDifference::toString)
        .containsExactly("properties.gatewayIpAddress: 1.2.3.4 -> 40.50.60.70");
  }

  @Test
  void aKeyThatDiffersIsNotShown() {
    DeclaredResource connection = find("ra-vpn-cn");
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(connection.body().get("properties")));
    properties.put("sharedKey", Secret.of("other-secret", Secret.Source.CLOUD));
    Map<String, Object> body = new LinkedHashMap<>(connection.body());
    body.put("properties", properties);
    ResourceChange resourceChange = planner.change(connection, standing(connection, body));
    assertThat(resourceChange.differences())
        .extracting(PropertyDifference::toString)
        .containsExactly("properties.sharedKey: differs");
    assertThat(resourceChange.toString())
        .doesNotContain("other-secret")
        .doesNotContain(SampleNetwork.KEY);
  }

  @Test
  void aKeyThatCannotBeReadIsNotWrittenAgain() {
    DeclaredResource connection = find("ra-vpn-cn");
    Map<String, Object> body =
        BodyMerge.without(connection.body(), java.util.Set.of("properties.sharedKey"));
    ResourceChange resourceChange = planner.change(connection, standing(connection, body));
    assertThat(resourceChange.action()).isEqualTo(ResourceChange.Action.UNCHANGED);
    assertThat(resourceChange.uncompared()).containsExactly("properties.sharedKey");
  }

  @Test
  void aKeyThatIsStillInItsVaultIsNotCompared() {
    HybridNetwork reference = SampleNetwork.reference();
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/vault", "psk", null));
    HybridNetwork network =
        reference.withGateways(
            SampleNetwork.vpn()
                .withConnections(
                    List.of(SampleNetwork.vpn().connections().get(0).withSecrets(inVault, null))),
            reference.expressRoute());
    DeclaredResource declared =
        new NetworkResources(network, SCOPE)
            .network(NetworkResources.Options.ALL).stream()
                .filter(d -> d.key().name().equals("ra-vpn-cn"))
                .findFirst()
                .orElseThrow();
    ResourceChange resourceChange =
        planner.change(declared, standing(declared, find("ra-vpn-cn").body()));
    assertThat(resourceChange.differences()).isEmpty();
    assertThat(resourceChange.uncompared()).containsExactly("properties.sharedKey");
  }

  @Test
  void differencesHaveAnOrder() {
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(gateway.body().get("properties")));
    properties.put("sku", Map.of("name", "VpnGw2AZ", "tier", "VpnGw2AZ"));
    properties.put("gatewayType", "ExpressRoute");
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    assertThat(planner.change(gateway, standing(gateway, body)).differences())
        .extracting(PropertyDifference::path)
        .containsExactly("properties.gatewayType", "properties.sku.name", "properties.sku.tier");
  }

  @Test
  void aTierThatNobodyKnowsBesideTheDeclaredSkuIsNoDifference() {
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(gateway.body().get("properties")));
    Map<String, Object> sku = new LinkedHashMap<>(ResourceBody.map(properties.get("sku")));
    sku.put("tier", "NextGeneration");
    properties.put("sku", sku);
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    assertThat(planner.change(gateway, standing(gateway, body)).differences()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "failed", "Canceled", "Cancelled"})
  void aFailedResourceIsWrittenAgain(String state) {
    DeclaredResource gateway = find("ra-er-vgw");
    ActualResource failed =
        new ActualResource(gateway.key(), null, state, gateway.body(), Map.of());
    assertThat(planner.change(gateway, failed).action()).isEqualTo(ResourceChange.Action.UPDATE);
  }

  @Test
  void aSkuThatCannotBeResizedNeedsAReplacement() {
    assertThat(skuChange("VpnGw1")).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(skuChange("VpnGw2AZ")).isEqualTo(ResourceChange.Action.REPLACE);
    assertThat(skuChange("Basic")).isEqualTo(ResourceChange.Action.REPLACE);
  }

  private ResourceChange.Action skuChange(String found) {
    DeclaredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> properties =
        new LinkedHashMap<>(ResourceBody.map(gateway.body().get("properties")));
    properties.put("sku", Map.of("name", found, "tier", found));
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    return planner.change(gateway, standing(gateway, body)).action();
  }
}
