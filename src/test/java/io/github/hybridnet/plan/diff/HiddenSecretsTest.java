package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.HiddenSecrets.RadiusSecret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a write would take away because nobody was shown it. */
class HiddenSecretsTest {
  private static final Secret SECRET = Secret.of("s", Secret.Source.CLOUD);
  private static final String CLIENTS = "properties.vpnClientConfiguration";

  @Test
  void aGatewayIsNotUpdatedWithoutItsRadiusSecrets() {
    assertThat(radius(hidden(), "properties.sku.name", "VpnGw2AZ"))
        .containsExactly("10.0.0.4", "10.0.0.5");
  }

  @Test
  void norMadeAnewWithoutThem() {
    assertThat(radius(hidden(), "properties.sku.name", "Basic"))
        .containsExactly("10.0.0.4", "10.0.0.5");
  }

  @Test
  void knownSecretsAreSentBack() {
    Map<String, Object> known =
        Map.of("radiusServerAddress", "10.0.0.4", "radiusServerSecret", SECRET);
    assertThat(radius(known, "properties.sku.name", "VpnGw2AZ")).isEmpty();
  }

  @Test
  void whatIsNotWrittenLosesNothing() {
    Plan plan = SamplePlans.standing().otherwise("ra-vpn-vgw", CLIENTS, hidden()).plan();
    assertThat(plan.isEmpty()).isTrue();
    assertThat(HiddenSecrets.radius(plan)).isEmpty();
  }

  @Test
  void aCircuitIsNotWrittenWithoutTheKeysOfItsPeerings() {
    Plan plan = circuit(100, null, peering(null));
    assertThat(HiddenSecrets.peerings(plan))
        .extracting(ResourceKey::name)
        .containsExactly("ra-erc/AzurePrivatePeering");
  }

  @Test
  void declaredAndShownKeysAreSentBack() {
    assertThat(HiddenSecrets.peerings(circuit(100, SECRET, peering(null)))).isEmpty();
    assertThat(HiddenSecrets.peerings(circuit(100, null, peering(SECRET)))).isEmpty();
  }

  @Test
  void aPeeringThatNobodyDeclaredCountsToo() {
    Map<String, Object> theirs = new LinkedHashMap<>(peering(null));
    theirs.put("name", "MicrosoftPeering");
    assertThat(HiddenSecrets.peerings(circuit(100, SECRET, theirs)))
        .extracting(ResourceKey::name)
        .containsExactly("ra-erc/MicrosoftPeering");
  }

  @Test
  void aCircuitThatStandsAsDeclaredLosesNothing() {
    assertThat(HiddenSecrets.peerings(circuit(50, null, peering(null)))).isEmpty();
  }

  @Test
  void aPeeringIsNotWrittenWithoutItsKey() {
    List<DeclaredResource> wanted = desired(50, null);
    DeclaredResource peering = wanted.get(wanted.size() - 1);
    Map<String, Object> body = new LinkedHashMap<>(peering.body());
    body.put("properties", Map.of("vlanId", 7));
    ActualResource actual = new ActualResource(peering.key(), null, "Succeeded", body, Map.of());
    Plan plan = new Planner().plan(List.of(peering), new ActualState(List.of(actual)));
    assertThat(HiddenSecrets.peerings(plan)).containsExactly(peering.key());
    assertThat(
            HiddenSecrets.peerings(
                new Planner().plan(List.of(peering), new ActualState(List.of()))))
        .isEmpty();
  }

  private static List<String> radius(Map<String, Object> clients, String path, Object value) {
    Plan plan =
        SamplePlans.standing()
            .otherwise("ra-vpn-vgw", CLIENTS, clients)
            .otherwise("ra-vpn-vgw", path, value)
            .plan();
    assertThat(plan.isEmpty()).isFalse();
    return HiddenSecrets.radius(plan).stream().map(RadiusSecret::server).toList();
  }

  private static Map<String, Object> hidden() {
    return Map.of(
        "radiusServerAddress",
        "10.0.0.4",
        "radiusServers",
        List.of(
            Map.of("radiusServerAddress", "10.0.0.5", "radiusServerSecret", ""),
            Map.of("radiusServerAddress", "10.0.0.6", "radiusServerSecret", SECRET)));
  }

  private static Map<String, Object> peering(@Nullable Secret key) {
    Map<String, Object> properties = new LinkedHashMap<>(Map.of("vlanId", 100));
    if (key != null) {
      properties.put("sharedKey", key);
    }
    return Map.of("name", Peering.PRIVATE, "properties", properties);
  }

  /** A plan for a circuit of 50 Mbit/s that stands with one peering. */
  private static Plan circuit(int bandwidth, @Nullable Secret declared, Map<String, Object> found) {
    DeclaredResource wanted = desired(bandwidth, declared).get(1);
    Map<String, Object> body = new LinkedHashMap<>(desired(50, null).get(1).body());
    Map<String, Object> properties = new LinkedHashMap<>(ResourceBody.map(body.get("properties")));
    properties.put("peerings", List.of(found));
    body.put("properties", properties);
    ActualResource actual = new ActualResource(wanted.key(), null, "Succeeded", body, Map.of());
    return new Planner().plan(List.of(wanted), new ActualState(List.of(actual)));
  }

  private static List<DeclaredResource> desired(int bandwidth, @Nullable Secret key) {
    return new NetworkResources(
            SampleNetwork.reference().withCircuits(List.of(SampleNetwork.circuit(bandwidth, key))),
            SamplePlans.SCOPE)
        .circuits();
  }
}
