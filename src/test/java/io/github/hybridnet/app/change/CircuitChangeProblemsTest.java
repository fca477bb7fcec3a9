package io.github.hybridnet.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitChangeProblemsTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");
  private static final String BOUGHT = "properties.serviceProviderProperties.";

  private static ResourceChange replaced(ResourceKey key, PropertyDifference... differences) {
    return new ResourceChange(
        ResourceChange.Action.REPLACE,
        new DeclaredResource(key, Map.of(), List.of(), WriteRules.locking(key)),
        new ActualResource(key, null, "Succeeded", Map.of(), Map.of()),
        List.of(differences));
  }

  @Test
  void everythingThatAzureDoesNotChangeIsNamedWithItsReason() {
    assertThat(
            CircuitChangeProblems.find(
                List.of(
                    replaced(
                        CIRCUIT,
                        new PropertyDifference("sku.tier", "Local", "Premium"),
                        new PropertyDifference("sku.family", "MeteredData", "UnlimitedData"),
                        new PropertyDifference("sku.name", "Local_MeteredData", "x"),
                        new PropertyDifference(BOUGHT + "bandwidthInMbps", "100", "200"),
                        new PropertyDifference(BOUGHT + "serviceProviderName", "Other", "Equinix"),
                        new PropertyDifference(BOUGHT + "peeringLocation", "Paris", "Oslo")))))
        .get()
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4040: The ExpressRoute circuit 'erc' stays as it is, because Azure does not"
                    + " allow these changes.",
                "  Tier: actual 'Premium', declared 'Local'; Azure cannot change a tier to Local"
                    + " (articles/expressroute/expressroute-circuit-peerings.md).",
                "  Data plan: actual 'UnlimitedData', declared 'MeteredData'; Azure can only change"
                    + " it from metered to unlimited data"
                    + " (articles/expressroute/expressroute-circuit-peerings.md).",
                "  Bandwidth in Mbit/s: actual '200', declared '100'; Azure can only increase it"
                    + " (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Connectivity provider: actual 'Equinix', declared 'Other'; Azure cannot change"
                    + " it (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Peering location: actual 'Oslo', declared 'Paris'; Azure cannot change it"
                    + " (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Fix: write the actual values in expressRouteCircuit.parameters.json. Or give the"
                    + " circuit another name there, which creates a new one, and delete the old one"
                    + " when nothing uses it. This plugin never replaces a circuit, because its"
                    + " service key and the connectivity provider's work would be lost"));
  }

  /** A change that failed may show what it asked for, and lead round in a circle. */
  @ParameterizedTest
  @ValueSource(strings = {"Failed", "Canceled"})
  void aFailedCircuitIsNamedWithTheGoalThatRepairsIt(String state) {
    ResourceChange resourceChange =
        replaced(CIRCUIT, new PropertyDifference(BOUGHT + "bandwidthInMbps", "50", "1000"));
    ActualResource failed = new ActualResource(CIRCUIT, null, state, Map.of(), Map.of());
    assertThat(
            CircuitChangeProblems.of(
                new ResourceChange(
                    resourceChange.action(),
                    resourceChange.declared(),
                    failed,
                    resourceChange.differences())))
        .hasMessageContaining(
            "  The last change of the circuit failed (provisioning state '%s'). The actual values may be those of the failed change."
                .formatted(state))
        .hasMessageContaining(
            "  Fix: write the actual values in expressRouteCircuit.parameters.json and run"
                + " hybridnet:create-circuit, which writes the circuit again. If Azure refuses"
                + " that, ask Microsoft support to repair the circuit. Or give the circuit another"
                + " name");
  }

  @Test
  void otherReplacementsAreNotItsBusiness() {
    ResourceKey gateway = new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
    assertThat(
            CircuitChangeProblems.find(
                List.of(replaced(gateway, new PropertyDifference("location", "a", "b")))))
        .isEmpty();
  }
}
