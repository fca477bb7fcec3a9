package io.github.hybridnet.app.destroy;

import static io.github.hybridnet.app.ProblemAssertions.says;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.app.change.StepFailureReport;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.destroy.RetainedResource;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DestroyProblemsTest {
  private static final ResourceKey GATEWAY =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, "gw");
  private static final ResourceKey NETWORK =
      new ResourceKey("sub", "rg", ResourceType.VIRTUAL_NETWORK, "vnet");

  private static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "It said no.", new CloudException.Answer(409, "req-1", null), null);
  }

  @Test
  void unconfirmed() {
    says(
        DestroyProblems.unconfirmed(null, "ra-rg"),
        "HN4030: The removal is not confirmed. Nothing was changed.",
        "  Fix: to remove what is listed above, set hybridnet.confirm=ra-rg");
    says(
        DestroyProblems.unconfirmed("prod-rg", "ra-rg"),
        "HN4030: hybridnet.confirm is 'prod-rg', but the resource group of this network is 'ra-rg'."
            + " Nothing was changed.",
        "  Fix: to remove what is listed above, set hybridnet.confirm=ra-rg. To remove the network"
            + " in 'prod-rg', run the goal with the parameter files of that network");
    assertThat(DestroyProblems.unconfirmed(null, "ra-rg").kind())
        .isEqualTo(UserException.Kind.REFUSED);
  }

  @Test
  void somethingStays() {
    ActualResource network = new ActualResource(NETWORK, null, "Succeeded", Map.of(), Map.of());
    UserException problem =
        DestroyProblems.retained(
            List.of(
                new RetainedResource(
                    network, RetainedResource.Cause.OTHERS, "it is peered with other networks: p")),
            true);
    says(
        problem,
        "HN4031: Some resources could not be removed for the reasons listed above: virtual network"
            + " vnet.",
        "  Fix: remove what the reasons name, or ask its owner to do so, and run the goal again."
            + " The list above shows what costs money until then");
    assertThat(problem.kind()).isEqualTo(UserException.Kind.REFUSED);
  }

  @Test
  void failed() {
    UserException problem =
        DestroyProblems.incomplete(
            new StepFailureReport(
                Map.of(GATEWAY, failure(CloudException.Kind.REFUSED, "ScopeLocked")),
                List.of(NETWORK)));
    says(
        problem,
        "HN4032: The removal is incomplete.",
        "  virtual network gateway gw: (ScopeLocked) It said no [request id req-1]",
        "  Not tried because of that: virtual network vnet",
        "  Fix: fix what Azure reports and run the goal again. The removed resources stay removed");
    assertThat(problem.getSuppressed()).hasSize(1);
  }

  @Test
  void timedOut() {
    says(
        DestroyProblems.incomplete(
            new StepFailureReport(
                Map.of(GATEWAY, failure(CloudException.Kind.TIMED_OUT, "TimedOut")), List.of())),
        "HN4032: The removal is incomplete.",
        "  virtual network gateway gw: (TimedOut) It said no [request id req-1]",
        "  Fix: an operation is still running in Azure. Run the goal again, which waits for the"
            + " operation to end. The removed resources stay removed");
  }
}
