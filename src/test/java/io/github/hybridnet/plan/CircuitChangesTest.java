package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.model.Cidr;
import io.github.hybridnet.model.Circuit;
import io.github.hybridnet.model.Peering;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeploymentScope;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which directions a circuit can be changed where it stands. */
class CircuitChangesTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "rg", new Region("westus2"));

  private static List<DeclaredResource> desired(
      String tier, String family, Circuit.Provider bought, List<Peering> peerings) {
    Circuit circuit =
        new Circuit(
            "erc",
            null,
            tier,
            family,
            bought,
            false,
            peerings,
            List.of("spoke"),
            Map.of(),
            SampleNetwork.NOWHERE);
    return new NetworkResources(SampleNetwork.reference().withCircuits(List.of(circuit)), SCOPE)
        .circuits();
  }

  private static DeclaredResource circuit(String tier, String family, Circuit.Provider bought) {
    return desired(tier, family, bought, List.of()).get(1);
  }

  private static Circuit.Provider bought(int bandwidth) {
    return new Circuit.Provider("Equinix", "Silicon Valley", bandwidth);
  }

  private static ActualResource standing(DeclaredResource as) {
    Map<String, Object> body = new LinkedHashMap<>(as.body());
    body.put("location", "northeurope");
    return new ActualResource(as.key(), null, "Succeeded", body, Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "Standard, Premium, UPDATE",
    "Premium, Standard, UPDATE",
    "Local, Standard, UPDATE",
    "Local, Premium, UPDATE",
    "Standard, Local, REPLACE",
    "Premium, Local, REPLACE"
  })
  void tiers(String from, String to, ResourceChange.Action action) {
    ResourceChange resourceChange =
        new Planner()
            .change(
                circuit(to, "UnlimitedData", bought(1000)),
                standing(circuit(from, "UnlimitedData", bought(1000))));
    assertThat(resourceChange.action()).isEqualTo(action);
  }

  @ParameterizedTest
  @CsvSource({
    "MeteredData, UnlimitedData, 50, 50, UPDATE",
    "UnlimitedData, MeteredData, 50, 50, REPLACE",
    "MeteredData, MeteredData, 50, 200, UPDATE",
    "MeteredData, MeteredData, 200, 50, REPLACE",
    "MeteredData, MeteredData, 200, 200, UNCHANGED"
  })
  void plansAndBandwidths(
      String from, String to, int before, int after, ResourceChange.Action action) {
    ResourceChange resourceChange =
        new Planner()
            .change(
                circuit("Standard", to, bought(after)),
                standing(circuit("Standard", from, bought(before))));
    assertThat(resourceChange.action()).isEqualTo(action);
  }

  @Test
  void onlyWhatCannotChangeIsNamedAsSuch() {
    ResourceChange resourceChange =
        new Planner()
            .change(
                circuit("Premium", "MeteredData", new Circuit.Provider("Equinix", "Paris", 200)),
                standing(circuit("Standard", "MeteredData", bought(50))));
    assertThat(resourceChange.unchangeable())
        .extracting(PropertyDifference::path)
        .containsExactly("properties.serviceProviderProperties.peeringLocation");
  }

  @Test
  void aHiddenKeyIsWrittenOnlyWhenAskedForAndAnAuthorizationNeverAgain() {
    Peering peering =
        new Peering(
            Peering.PRIVATE,
            100,
            65010,
            new Cidr("172.16.0.0/30"),
            new Cidr("172.16.0.4/30"),
            Secret.of("canary-md5", Secret.Source.FILE),
            SampleNetwork.NOWHERE);
    List<DeclaredResource> all = desired("Standard", "MeteredData", bought(50), List.of(peering));
    DeclaredResource authorization = all.get(2);
    assertThat(
            new Planner()
                .change(
                    authorization,
                    new ActualResource(
                        authorization.key(),
                        null,
                        "Succeeded",
                        Map.of("properties", Map.of("authorizationUseStatus", "InUse")),
                        Map.of()))
                .action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);

    DeclaredResource declared = all.get(3);
    ActualResource shown =
        new ActualResource(
            declared.key(),
            null,
            "Succeeded",
            BodyMerge.without(declared.body(), java.util.Set.of("properties.sharedKey")),
            Map.of());
    assertThat(new Planner().change(declared, shown).action())
        .isEqualTo(ResourceChange.Action.UNCHANGED);
    ResourceChange written = new Planner().change(declared.writingHiddenSecrets(), shown);
    assertThat(written.action()).isEqualTo(ResourceChange.Action.UPDATE);
    assertThat(written.toString()).doesNotContain("canary-md5");
  }
}
