package io.github.hybridnet.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.circuit.CircuitReadiness;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GoalProblemsTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  private static void says(UserException problem, String... lines) {
    assertThat(problem).hasMessage(String.join(System.lineSeparator(), lines)).hasNoCause();
  }

  private static ResourceChange change(ResourceKey key, ResourceChange.Action action) {
    return new ResourceChange(
        action,
        new DeclaredResource(key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key)),
        null,
        List.of());
  }

  private static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "It said no.", new CloudException.Answer(403, "req-1", null), null);
  }

  @Test
  void invalidDeclaration() {
    says(
        GoalProblems.invalidDeclaration("2 errors, 0 warnings", Path.of("src")),
        "HN1000: The parameter files in src have 2 errors, 0 warnings, listed above.",
        "  Fix: correct the lines listed above; nothing was changed in Azure");
  }

  @Test
  void groupAndLocation() {
    says(
        GoalProblems.noResourceGroup(),
        "HN4001: No resource group is named.",
        "  Fix: set hybridnet.resourceGroup, or name one as virtualNetworkSettings.resourceGroup in"
            + " the gateway files");
    says(
        GoalProblems.noLocation("rg"),
        "HN4003: No location is given, and nothing stands in the resource group rg that has one.",
        "  Fix: set hybridnet.location to the region to deploy to, such as westus2");
  }

  @Test
  void circuit() {
    says(
        GoalProblems.noCircuit(CIRCUIT, true),
        "HN4005: The ExpressRoute circuit erc, which the ExpressRoute connection leads to, does not"
            + " exist in resource group rg.",
        "  Fix: run hybridnet:create-circuit first, and hand its service key to the connectivity"
            + " provider; or set hybridnet.deferExpressRoute to build everything else first");
    says(
        GoalProblems.noCircuit(CIRCUIT, false),
        "HN4005: The ExpressRoute circuit erc, which the ExpressRoute connection leads to, does not"
            + " exist in resource group rg.",
        "  Fix: name an existing circuit in virtualNetworkGateway-expressRoute.parameters.json, or"
            + " add expressRouteCircuit.parameters.json and run hybridnet:create-circuit; or set"
            + " hybridnet.deferExpressRoute to build everything else first");
    says(
        GoalProblems.providerTimeout(CIRCUIT, Duration.ofMinutes(60), "Azure has it as Disabled"),
        "HN4012: The ExpressRoute circuit erc is not ready after 1h 00m: Azure has it as Disabled.",
        "  Fix: nothing is lost: the circuit stands; run the goal again later, or raise"
            + " hybridnet.circuit.timeout");
  }

  @Test
  void circuitThatIsNotReady() {
    says(
        new CircuitReadiness(circuit("Disabled", "NotProvisioned", List.of()))
            .problem()
            .orElseThrow(),
        "HN4006: The ExpressRoute circuit erc cannot carry a connection yet: Azure has it as"
            + " Disabled.",
        "  Fix: wait until Azure has enabled it, then run this goal again;"
            + " or set hybridnet.deferExpressRoute to build everything else first");
    says(
        new CircuitReadiness(circuit("Enabled", "NotProvisioned", List.of()))
            .problem()
            .orElseThrow(),
        "HN4006: The ExpressRoute circuit erc cannot carry a connection yet: the connectivity"
            + " provider has it as NotProvisioned.",
        "  Fix: give the service key key-1 to the provider and wait until it is Provisioned"
            + " (hybridnet:create-circuit with hybridnet.circuit.waitForProvider does that), then"
            + " run this goal again; or set hybridnet.deferExpressRoute to build everything else"
            + " first");
    says(
        new CircuitReadiness(
                circuit(
                    "Enabled", "Provisioned", List.of(peering("AzurePrivatePeering", "Disabled"))))
            .problem()
            .orElseThrow(),
        "HN4006: The ExpressRoute circuit erc cannot carry a connection yet: its private peering is"
            + " Disabled.",
        "  Fix: have it enabled by whoever disabled it, then run this goal again;"
            + " or set hybridnet.deferExpressRoute to build everything else first");
    assertThat(
            new CircuitReadiness(
                    circuit(
                        "enabled",
                        "provisioned",
                        List.of(peering("azureprivatepeering", "enabled"))))
                .problem())
        .isEmpty();
  }

  private static Map<String, Object> peering(String type, String state) {
    return Map.of("peeringType", type, "state", state);
  }

  private static ActualResource circuit(String state, String provider, List<?> peerings) {
    return new ActualResource(
        CIRCUIT,
        null,
        "Succeeded",
        Map.of(),
        Map.of(
            "circuitProvisioningState", state,
            "serviceProviderProvisioningState", provider,
            "serviceKey", "key-1",
            "peerings", peerings));
  }

  @Test
  void failedDeployment() {
    EngineResult result =
        new EngineResult(
            Map.of(
                change(CIRCUIT, ResourceChange.Action.UNCHANGED),
                new ActualResource(CIRCUIT, null, "Succeeded", Map.of(), Map.of())),
            List.of(),
            Map.of(GATEWAY, failure(CloudException.Kind.REFUSED, "QuotaExceeded")),
            List.of(CONNECTION));
    Map<ResourceKey, String> standing = new LinkedHashMap<>();
    standing.put(CIRCUIT, "");
    standing.put(GATEWAY, "Failed");
    UserException problem = GoalProblems.failed(result, new RemainingResources(standing));
    says(
        problem,
        "HN4010: Azure did not build everything.",
        "  virtual network gateway gw: (QuotaExceeded) It said no. [request id req-1]",
        "  Not tried because of that: connection cn",
        "  What stands in Azure: ExpressRoute circuit erc, virtual network gateway gw (Failed)",
        "  Fix: mend what Azure names and run the goal again; a second run goes on from what"
            + " stands");
    assertThat(problem.getSuppressed()).hasSize(1);
  }

  @Test
  void timedOutDeployment() {
    EngineResult result =
        new EngineResult(
            Map.of(),
            List.of(),
            Map.of(GATEWAY, failure(CloudException.Kind.TIMED_OUT, "TimedOut")),
            List.of());
    says(
        GoalProblems.failed(result, new RemainingResources(Map.of())),
        "HN4010: Azure did not build everything.",
        "  virtual network gateway gw: (TimedOut) It said no. [request id req-1]",
        "  What stands in Azure: nothing of this network",
        "  Fix: the operation goes on in Azure; wait for its end and run the goal again;"
            + " a second run goes on from what stands");
  }

  @Test
  void unreadable() {
    says(
        GoalProblems.unreadable(failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed")),
        "HN4011: Azure did not say what stands: (AuthorizationFailed) It said no. [request id"
            + " req-1].",
        "  Fix: give the identity shown above the role Network Contributor (or Reader for status)"
            + " on the resource group");
  }

  @Test
  void outputs() {
    says(
        GoalProblems.outputsNotWritten(
            Path.of("target/outputs.json"), new java.io.IOException("full")),
        "HN4013: The file target/outputs.json could not be written: full.",
        "  Fix: make its directory writable, or set hybridnet.outputDirectory; what was deployed"
            + " stands");
  }
}
