package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
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
  private static final Scope SCOPE = new Scope("sub", "ra-rg", new Region("westus2"));

  private final Planner planner = new Planner();
  private final List<DesiredResource> desired =
      new DesiredNetwork(SampleNetwork.reference(), SCOPE).network(DesiredNetwork.Options.ALL);

  private DesiredResource find(String name) {
    return desired.stream().filter(d -> d.key().name().equals(name)).findFirst().orElseThrow();
  }

  private static ActualResource standing(DesiredResource resource, Map<String, Object> body) {
    return new ActualResource(resource.key(), "W/\"1\"", "Succeeded", body, Map.of());
  }

  @Test
  void everythingIsCreatedAfterWhatItNeeds() {
    long seed = new Random().nextLong();
    List<DesiredResource> shuffled = new ArrayList<>(desired);
    Collections.shuffle(shuffled, new Random(seed));
    List<ResourceKey> seen = new ArrayList<>();
    for (Change change : planner.plan(shuffled, new Standing(List.of())).changes()) {
      assertThat(change.action()).as("seed %d", seed).isEqualTo(Change.Action.CREATE);
      List<ResourceKey> needs = new ArrayList<>(change.desired().dependsOn());
      needs.removeIf(k -> k.type() == ResourceType.CIRCUIT);
      assertThat(seen).as("seed %d", seed).containsAll(needs);
      seen.add(change.key());
    }
  }

  @Test
  void whatStandsAsDeclaredIsUnchanged() {
    Map<ResourceKey, ActualResource> actual = new HashMap<>();
    desired.forEach(d -> actual.put(d.key(), standing(d, d.body())));
    assertThat(planner.plan(desired, new Standing(actual.values())).isEmpty()).isTrue();
  }

  @Test
  void valuesThatTheServiceAddsOrNormalisesAreNoDifference() {
    DesiredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("location", "West US 2");
    Map<String, Object> properties = new LinkedHashMap<>(Bodies.map(body.get("properties")));
    properties.put("vpnType", "routebased");
    properties.put("sku", Map.of("name", "vpngw1az", "tier", "VpnGw1AZ", "capacity", 2));
    properties.put("natRules", List.of());
    body.put("properties", properties);
    assertThat(planner.change(gateway, standing(gateway, body)).action())
        .isEqualTo(Change.Action.UNCHANGED);
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
      Change.Action action) {
    DesiredResource gateway = find("ra-vpn-vgw");
    DesiredResource declared =
        new DesiredResource(
            gateway.key(),
            of(gateway.body(), sku, generation),
            gateway.dependsOn(),
            gateway.rules());
    Change change =
        planner.change(
            declared, standing(declared, of(gateway.body(), standingSku, standingGeneration)));
    assertThat(change.action()).isEqualTo(action);
    assertThat(change.differences())
        .extracting(Difference::path)
        .noneMatch(path -> path.contains("Generation"));
  }

  private static Map<String, Object> of(
      Map<String, Object> body, String sku, @Nullable String generation) {
    Map<String, Object> properties = new LinkedHashMap<>(Bodies.map(body.get("properties")));
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
    DesiredResource device = find("ra-lgw");
    Map<String, Object> body = new LinkedHashMap<>(device.body());
    body.put(
        "properties",
        Map.of(
            "gatewayIpAddress",
            "1.2.3.4",
            "localNetworkAddressSpace",
            Map.of("addressPrefixes", List.of("192.168.0.0/16"))));
    Change change = planner.change(device, standing(device, body));
    assertThat(change.action()).isEqualTo(Change.Action.UPDATE);
    assertThat(change.differences())
        .extracting(Difference::toString)
        .containsExactly("properties.gatewayIpAddress: 1.2.3.4 -> 40.50.60.70");
  }

  @Test
  void aKeyThatDiffersIsNotShown() {
    DesiredResource connection = find("ra-vpn-cn");
    Map<String, Object> properties =
        new LinkedHashMap<>(Bodies.map(connection.body().get("properties")));
    properties.put("sharedKey", Secret.of("other-secret", Secret.Source.CLOUD));
    Map<String, Object> body = new LinkedHashMap<>(connection.body());
    body.put("properties", properties);
    Change change = planner.change(connection, standing(connection, body));
    assertThat(change.differences())
        .extracting(Difference::toString)
        .containsExactly("properties.sharedKey: differs");
    assertThat(change.toString()).doesNotContain("other-secret").doesNotContain(SampleNetwork.KEY);
  }

  @Test
  void aKeyThatCannotBeReadIsNotWrittenAgain() {
    DesiredResource connection = find("ra-vpn-cn");
    Map<String, Object> body =
        Bodies.without(connection.body(), java.util.Set.of("properties.sharedKey"));
    Change change = planner.change(connection, standing(connection, body));
    assertThat(change.action()).isEqualTo(Change.Action.UNCHANGED);
    assertThat(change.uncompared()).containsExactly("properties.sharedKey");
  }

  @Test
  void aKeyThatIsStillInItsVaultIsNotCompared() {
    HybridNetwork reference = SampleNetwork.reference();
    Secret inVault = Secret.in(new Secret.KeyVaultReference("/vault", "psk", null));
    HybridNetwork network =
        reference.withGateways(
            SampleNetwork.vpn()
                .withConnection(SampleNetwork.vpn().connection().withSecrets(inVault, null)),
            reference.expressRoute());
    DesiredResource declared =
        new DesiredNetwork(network, SCOPE)
            .network(DesiredNetwork.Options.ALL).stream()
                .filter(d -> d.key().name().equals("ra-vpn-cn"))
                .findFirst()
                .orElseThrow();
    Change change = planner.change(declared, standing(declared, find("ra-vpn-cn").body()));
    assertThat(change.differences()).isEmpty();
    assertThat(change.uncompared()).containsExactly("properties.sharedKey");
  }

  @Test
  void differencesHaveAnOrder() {
    DesiredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> properties =
        new LinkedHashMap<>(Bodies.map(gateway.body().get("properties")));
    properties.put("sku", Map.of("name", "VpnGw2AZ", "tier", "VpnGw2AZ"));
    properties.put("gatewayType", "ExpressRoute");
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    assertThat(planner.change(gateway, standing(gateway, body)).differences())
        .extracting(Difference::path)
        .containsExactly("properties.gatewayType", "properties.sku.name", "properties.sku.tier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Failed", "failed", "Canceled", "Cancelled"})
  void aFailedResourceIsWrittenAgain(String state) {
    DesiredResource gateway = find("ra-er-vgw");
    ActualResource failed =
        new ActualResource(gateway.key(), null, state, gateway.body(), Map.of());
    assertThat(planner.change(gateway, failed).action()).isEqualTo(Change.Action.UPDATE);
  }

  @Test
  void aSkuThatCannotBeResizedNeedsAReplacement() {
    assertThat(skuChange("VpnGw1")).isEqualTo(Change.Action.UPDATE);
    assertThat(skuChange("VpnGw2AZ")).isEqualTo(Change.Action.REPLACE);
    assertThat(skuChange("Basic")).isEqualTo(Change.Action.REPLACE);
  }

  private Change.Action skuChange(String found) {
    DesiredResource gateway = find("ra-vpn-vgw");
    Map<String, Object> properties =
        new LinkedHashMap<>(Bodies.map(gateway.body().get("properties")));
    properties.put("sku", Map.of("name", found, "tier", found));
    Map<String, Object> body = new LinkedHashMap<>(gateway.body());
    body.put("properties", properties);
    return planner.change(gateway, standing(gateway, body)).action();
  }
}
