package io.github.hybridnet.app.change;

import static io.github.hybridnet.app.ProblemAssertions.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.RemainingResources;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.text.UserException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DeploymentProblemsTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey CONNECTION =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  private static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "It said no.", new CloudException.Answer(403, "req-1", null), null);
  }

  @Test
  void failedStep() {
    EngineResult result =
        new EngineResult(
            Map.of(),
            List.of(),
            Map.of(GATEWAY, failure(CloudException.Kind.REFUSED, "QuotaExceeded")),
            List.of(CONNECTION));
    Map<ResourceKey, String> existing = new LinkedHashMap<>();
    existing.put(CIRCUIT, "");
    existing.put(GATEWAY, "Failed");
    UserException problem = DeploymentProblems.incomplete(result, new RemainingResources(existing));
    says(
        problem,
        "HN4010: The deployment is incomplete.",
        "  virtual network gateway gw: (QuotaExceeded) It said no [request id req-1]",
        "  Not tried because of that: connection cn",
        "  Existing in Azure: ExpressRoute circuit erc, virtual network gateway gw (Failed)",
        "  Fix: fix what Azure reports and run the goal again. The next run continues from the"
            + " existing resources");
    assertThat(problem.getSuppressed()).hasSize(1);
  }

  @Test
  void timeOut() {
    EngineResult result =
        new EngineResult(
            Map.of(),
            List.of(),
            Map.of(GATEWAY, failure(CloudException.Kind.TIMED_OUT, "TimedOut")),
            List.of());
    says(
        DeploymentProblems.incomplete(result, new RemainingResources(Map.of())),
        "HN4010: The deployment is incomplete.",
        "  virtual network gateway gw: (TimedOut) It said no [request id req-1]",
        "  Existing in Azure: no resource of this network",
        "  Fix: an operation is still running in Azure. Run the goal again, which waits for the"
            + " operation to end. The next run continues from the existing resources");
  }

  @Test
  void removedResourcesThatWereCreatedAgainOrNot() {
    EngineResult result =
        new EngineResult(
            Map.of(),
            List.of(GATEWAY, CONNECTION),
            Map.of(GATEWAY, failure(CloudException.Kind.REFUSED, "QuotaExceeded")),
            List.of(),
            new EngineResult.RollbackResult(
                List.of(CONNECTION), Map.of(GATEWAY, "its subnet is missing")));
    says(
        DeploymentProblems.incomplete(result, new RemainingResources(Map.of())),
        "HN4010: The deployment is incomplete.",
        "  virtual network gateway gw: (QuotaExceeded) It said no [request id req-1]",
        "  Created again as before: connection cn",
        "  Removed and not created again: virtual network gateway gw, because its subnet is"
            + " missing",
        "  Existing in Azure: no resource of this network",
        "  Fix: fix what Azure reports and run the goal again. The next run continues from the"
            + " existing resources");
  }
}
