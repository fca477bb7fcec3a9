package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CircuitProblemsTest {
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

  private static void says(UserException problem, String... lines) {
    assertThat(problem).hasMessage(String.join(System.lineSeparator(), lines));
  }

  @Test
  void everythingThatAzureDoesNotChangeIsNamedWithItsReason() {
    assertThat(
            CircuitProblems.unchangeable(
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
                "HN4040: The ExpressRoute circuit erc cannot become what is declared.",
                "  Tier: Premium stands, Local is declared; no tier becomes Local"
                    + " (articles/expressroute/expressroute-circuit-peerings.md).",
                "  Data plan: UnlimitedData stands, MeteredData is declared; only metered data"
                    + " becomes unlimited"
                    + " (articles/expressroute/expressroute-circuit-peerings.md).",
                "  Bandwidth in Mbit/s: 200 stands, 100 is declared; it only grows"
                    + " (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Provider: Equinix stands, Other is declared; the circuit is the provider's"
                    + " (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Peering location: Oslo stands, Paris is declared; the circuit ends there"
                    + " (articles/expressroute/expressroute-howto-circuit-portal-resource-manager.md).",
                "  Fix: declare in expressRouteCircuit.parameters.json what stands, or declare a"
                    + " new circuit under another name, and remove the old one when nothing uses it"
                    + " any more; a circuit is never replaced here, because its service key and the"
                    + " provider's work would be lost. It was not changed"));
  }

  /** A change that failed may show what it asked for, and lead round in a circle. */
  @ParameterizedTest
  @ValueSource(strings = {"Failed", "Canceled"})
  void aFailedCircuitIsNamedWithTheGoalThatRepairsIt(String state) {
    ResourceChange resourceChange =
        replaced(CIRCUIT, new PropertyDifference(BOUGHT + "bandwidthInMbps", "50", "1000"));
    ActualResource failed = new ActualResource(CIRCUIT, null, state, Map.of(), Map.of());
    assertThat(
            CircuitProblems.unchangeable(
                new ResourceChange(
                    resourceChange.action(),
                    resourceChange.desired(),
                    failed,
                    resourceChange.differences())))
        .hasMessageContaining(
            "  The last change of the circuit has failed (%s), and these may be the values that it asked for."
                .formatted(state))
        .hasMessageContaining(
            "  Fix: declare what stands and run hybridnet:create-circuit, which writes the circuit"
                + " again. If Azure refuses that too, ask Microsoft's support to repair the"
                + " circuit; or declare");
  }

  @Test
  void otherReplacementsAreNotItsBusiness() {
    ResourceKey gateway = new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
    assertThat(
            CircuitProblems.unchangeable(
                List.of(replaced(gateway, new PropertyDifference("location", "a", "b")))))
        .isEmpty();
  }

  @Test
  void hidden() {
    says(
        CircuitProblems.hidden(
            CIRCUIT,
            new CloudException(
                CloudException.Kind.UNAUTHORIZED,
                "AuthorizationFailed",
                "No.",
                new CloudException.Answer(403, "req-1", null),
                null)),
        "HN4043: The ExpressRoute circuit erc in resource group rg of subscription sub cannot be"
            + " read: (AuthorizationFailed) No. [request id req-1].",
        "  Fix: ask its owner for an authorization, and give its key to the connection as"
            + " authorizationKey in virtualNetworkGateway-expressRoute.parameters.json; or give the"
            + " identity shown above the role Network Contributor on the circuit");
  }

  @Test
  void noGroup() {
    says(
        CircuitProblems.noGroup("erc"),
        "HN4044: No resource group is named for the ExpressRoute circuit erc.",
        "  Fix: write resourceGroup in expressRouteCircuit.parameters.json, set"
            + " hybridnet.resourceGroup, or name one in a gateway's file; what is wrong with a file"
            + " that names one, hybridnet:validate says");
  }
}
