package io.github.hybridnet.app.circuit;

import static io.github.hybridnet.app.ProblemAssertions.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CircuitProblemsTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");
  private static final String DEFER =
      ". Or set hybridnet.deferExpressRoute to build everything else first. Nothing was changed";

  private static Map<String, Object> peering(String type, String state) {
    return Map.of("peeringType", type, "state", state);
  }

  private static ActualResource circuit(String state, String provider, List<?> peerings) {
    return circuit("Succeeded", state, provider, peerings);
  }

  private static ActualResource circuit(
      String provisioning, String state, String provider, List<?> peerings) {
    return new ActualResource(
        CIRCUIT,
        null,
        provisioning,
        Map.of(),
        Map.of(
            "circuitProvisioningState", state,
            "serviceProviderProvisioningState", provider,
            "serviceKey", "key-1",
            "peerings", peerings));
  }

  private static UserException notReady(ActualResource circuit) {
    return new CircuitReadiness(circuit).problem().orElseThrow();
  }

  @Test
  void missing() {
    says(
        CircuitProblems.missing(CIRCUIT, true),
        "HN4005: The ExpressRoute circuit 'erc' does not exist in resource group 'rg'. The"
            + " ExpressRoute connection needs it.",
        "  Fix: run hybridnet:create-circuit first, and give the circuit's service key to the"
            + " connectivity provider"
            + DEFER);
    says(
        CircuitProblems.missing(CIRCUIT, false),
        "HN4005: The ExpressRoute circuit 'erc' does not exist in resource group 'rg'. The"
            + " ExpressRoute connection needs it.",
        "  Fix: name an existing circuit in virtualNetworkGateway-expressRoute.parameters.json, or"
            + " add expressRouteCircuit.parameters.json and run hybridnet:create-circuit"
            + DEFER);
  }

  @Test
  void notEnabled() {
    says(
        notReady(circuit("Disabled", "NotProvisioned", List.of())),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: its circuit status,"
            + " which Azure sets, is 'Disabled' and must be 'Enabled'.",
        "  Fix: wait until Azure has enabled the circuit, then run this goal again" + DEFER);
    says(
        notReady(circuit("Failed", "Disabled", "NotProvisioned", List.of())),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: its circuit status,"
            + " which Azure sets, is 'Disabled' and must be 'Enabled'; the last change of the"
            + " circuit failed.",
        "  Fix: run hybridnet:create-circuit, which writes the circuit again, or ask its owner to"
            + " do so, then run this goal again"
            + DEFER);
  }

  @Test
  void notProvisioned() {
    says(
        notReady(circuit("Enabled", "NotProvisioned", List.of())),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: its provider status,"
            + " which the connectivity provider sets, is 'NotProvisioned' and must be"
            + " 'Provisioned'.",
        "  Fix: give the service key 'key-1' to the connectivity provider and wait until the"
            + " provider status is 'Provisioned' (hybridnet:create-circuit with"
            + " hybridnet.circuit.waitForProvider waits for that), then run this goal again"
            + DEFER);
    says(
        notReady(circuit("Enabled", "Deprovisioning", List.of())),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: its provider status,"
            + " which the connectivity provider sets, is 'Deprovisioning' and must be"
            + " 'Provisioned'.",
        "  Fix: ask the connectivity provider why the circuit is being deprovisioned. When its"
            + " provider status is 'NotProvisioned', give the service key 'key-1' to the provider"
            + " again, then run this goal again"
            + DEFER);
  }

  @Test
  void withoutPeering() {
    says(
        notReady(
            circuit("Enabled", "Provisioned", List.of(peering("AzurePrivatePeering", "Disabled")))),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: its private peering"
            + " is 'Disabled' and must be 'Enabled'.",
        "  Fix: ask whoever disabled the peering to enable it, then run this goal again" + DEFER);
    says(
        notReady(circuit("Enabled", "Provisioned", List.of())),
        "HN4006: The ExpressRoute circuit 'erc' is not ready for a connection: the circuit has no"
            + " private peering.",
        "  Fix: ask the connectivity provider to configure AzurePrivatePeering, or add it to"
            + " peerings in expressRouteCircuit.parameters.json and run hybridnet:create-circuit,"
            + " then run this goal again"
            + DEFER);
    assertThat(
            new CircuitReadiness(
                    circuit(
                        "enabled",
                        "provisioned",
                        List.of(peering("azureprivatepeering", "enabled"))))
                .problem())
        .isEmpty();
  }

  @Test
  void endOfTheWait() {
    says(
        CircuitProblems.providerTimeout(
            CIRCUIT,
            Duration.ofMinutes(60),
            "its circuit status, which Azure sets, is 'Disabled' and must be 'Enabled'",
            CircuitReadiness.contact(
                Optional.of(new ActualCircuit(circuit("disabled", "notprovisioned", List.of()))))),
        "HN4012: The ExpressRoute circuit 'erc' is not ready after 1h 00m: its circuit status,"
            + " which Azure sets, is 'Disabled' and must be 'Enabled'.",
        "  Fix: ask Microsoft support why Azure does not enable the circuit. hybridnet:status shows"
            + " the circuit's state. Then run the goal again, or increase hybridnet.circuit.timeout"
            + " to wait longer. The circuit exists and is not affected");
    assertThat(
            CircuitReadiness.contact(
                Optional.of(new ActualCircuit(circuit("enabled", "notprovisioned", List.of())))))
        .isEqualTo("ask the connectivity provider why the circuit is not provisioned");
    assertThat(
            CircuitReadiness.contact(
                Optional.of(new ActualCircuit(circuit("enabled", "provisioned", List.of())))))
        .isEqualTo(
            "ask the connectivity provider, or whoever configures the peering, to enable it");
    assertThat(CircuitReadiness.contact(Optional.empty()))
        .isEqualTo("check that this machine can reach Azure");
    says(
        CircuitProblems.deprovisioning(CIRCUIT),
        "HN4041: The connectivity provider is deprovisioning the ExpressRoute circuit 'erc'.",
        "  Fix: ask the connectivity provider why. When the provider status of the circuit is"
            + " 'NotProvisioned', the provider can provision the circuit again with the same"
            + " service key. Or delete the circuit then, which ends its costs");
    says(
        CircuitProblems.deleted(CIRCUIT),
        "HN4042: The ExpressRoute circuit 'erc' was deleted while this goal waited for the"
            + " connectivity provider.",
        "  Fix: find out who deleted the circuit. The next run creates it again, with another"
            + " service key");
  }

  @Test
  void notReadable() {
    says(
        CircuitProblems.notReadable(
            CIRCUIT,
            new CloudException(
                CloudException.Kind.UNAUTHORIZED,
                "AuthorizationFailed",
                "No.",
                new CloudException.Answer(403, "req-1", null),
                null)),
        "HN4043: The ExpressRoute circuit 'erc' in resource group 'rg' of subscription 'sub' cannot"
            + " be read: (AuthorizationFailed) No [request id req-1].",
        "  Fix: ask the circuit's owner for an authorization, and set its key as authorizationKey"
            + " of the connection in virtualNetworkGateway-expressRoute.parameters.json. Or give"
            + " the identity shown above the role Network Contributor on the circuit");
  }
}
