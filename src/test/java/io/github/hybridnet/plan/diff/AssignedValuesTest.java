package io.github.hybridnet.plan.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.model.BgpSettings;
import io.github.hybridnet.model.Gateway;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The BGP address of a gateway is Azure's to give. */
class AssignedValuesTest {
  private static final String STANDING = "10.0.255.254";

  private final List<DeclaredResource> desired = desired("10.0.255.250");

  @Test
  void isNeverWritten() {
    assertThat(desired.stream().map(DeclaredResource::body).toList().toString())
        .contains("asn=65010")
        .doesNotContain("10.0.255.250");
  }

  @Test
  void anotherOneIsNoChangeAndIsTold() {
    Plan plan = plan(Map.of("bgpPeeringAddress", STANDING));
    assertThat(plan.isEmpty()).isTrue();
    assertThat(AssignedValues.unmet(plan))
        .singleElement()
        .satisfies(
            unmetValue -> {
              assertThat(unmetValue.key().name()).isEqualTo("ra-vpn-vgw");
              assertThat(unmetValue.exists()).isTrue();
              assertThat(unmetValue.difference().declared()).isEqualTo("10.0.255.250");
              assertThat(unmetValue.difference().actual()).isEqualTo(STANDING);
            });
  }

  @ParameterizedTest
  @CsvSource({"10.0.255.250", "'10.0.255.250,10.0.255.251'", "'10.0.255.249, 10.0.255.250'"})
  void theOneThatStandsIsAccepted(String standing) {
    assertThat(AssignedValues.unmet(plan(Map.of("bgpPeeringAddress", standing)))).isEmpty();
  }

  @Test
  void anAddressOfTheCustomersOwnIsAccepted() {
    Map<String, Object> bgp =
        Map.of(
            "bgpPeeringAddress",
            STANDING,
            "bgpPeeringAddresses",
            List.of(Map.of("customBgpIpAddresses", List.of("10.0.255.250"))));
    assertThat(AssignedValues.unmet(plan(bgp))).isEmpty();
  }

  @Test
  void aGatewayThatDoesNotStandHasNone() {
    Plan plan = new Planner().plan(desired, new ActualState(List.of()));
    assertThat(AssignedValues.unmet(plan))
        .singleElement()
        .satisfies(unmetValue -> assertThat(unmetValue.exists()).isFalse());
  }

  @Test
  void nothingDeclaredExpectsNothing() {
    assertThat(AssignedValues.unmet(SamplePlans.standing().plan())).isEmpty();
  }

  private Plan plan(Map<String, Object> bgp) {
    List<ActualResource> standing = new ArrayList<>();
    for (DeclaredResource each : desired) {
      Map<String, Object> body = new LinkedHashMap<>(each.body());
      if (each.key().name().equals("ra-vpn-vgw")) {
        Map<String, Object> properties =
            new LinkedHashMap<>(ResourceBody.map(body.get("properties")));
        Map<String, Object> settings = new LinkedHashMap<>(bgp);
        settings.put("asn", 65010);
        properties.put("bgpSettings", settings);
        body.put("properties", properties);
      }
      standing.add(new ActualResource(each.key(), null, "Succeeded", body, Map.of()));
    }
    return new Planner().plan(desired, new ActualState(standing));
  }

  private static List<DeclaredResource> desired(String address) {
    GatewayDeclaration vpn = SampleNetwork.vpn();
    Gateway plain = vpn.gateway();
    Gateway gateway =
        new Gateway(
            plain.name(),
            plain.type(),
            plain.vpnType(),
            plain.sku(),
            plain.generation(),
            plain.activeActive(),
            new BgpSettings(true, 65010L, address, SampleNetwork.NOWHERE),
            plain.autoscale(),
            plain.publicIp(),
            plain.origin());
    HybridNetwork network =
        SampleNetwork.reference()
            .withGateways(vpn.withGateway(gateway), SampleNetwork.expressRoute());
    return new NetworkResources(network, SamplePlans.SCOPE).network(NetworkResources.Options.ALL);
  }
}
