package io.github.hybridnet.app.destroy;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static void says(UserException problem, String... lines) {
    assertThat(problem).hasMessage(String.join(System.lineSeparator(), lines)).hasNoCause();
  }

  private static CloudException failure(CloudException.Kind kind, String code) {
    return new CloudException(
        kind, code, "It said no.", new CloudException.Answer(409, "req-1", null), null);
  }

  @Test
  void unconfirmed() {
    says(
        DestroyProblems.unconfirmed(null, "ra-rg"),
        "HN4030: Nothing was changed, because the removal is not confirmed.",
        "  Fix: to remove what is listed above, set hybridnet.confirm=ra-rg");
    says(
        DestroyProblems.unconfirmed("prod-rg", "ra-rg"),
        "HN4030: Nothing was changed: hybridnet.confirm names prod-rg, and this network is in the"
            + " resource group ra-rg.",
        "  Fix: to remove what is listed above, set hybridnet.confirm=ra-rg");
    assertThat(DestroyProblems.unconfirmed(null, "ra-rg").kind())
        .isEqualTo(UserException.Kind.REFUSED);
  }

  @Test
  void somethingStays() {
    ActualResource network = new ActualResource(NETWORK, null, "Succeeded", Map.of(), Map.of());
    UserException problem =
        DestroyProblems.stays(
            List.of(
                new RetainedResource(
                    network, RetainedResource.Cause.OTHERS, "peered with other networks: p")),
            true);
    says(
        problem,
        "HN4031: Not everything could be removed. For the reasons above, these stay: virtual"
            + " network vnet.",
        "  Fix: have what is named there removed, and run the goal again; what costs money until"
            + " then is listed above");
    assertThat(problem.kind()).isEqualTo(UserException.Kind.REFUSED);
  }

  @Test
  void failed() {
    UserException problem =
        DestroyProblems.failed(
            Map.of(GATEWAY, failure(CloudException.Kind.REFUSED, "ScopeLocked")), List.of(NETWORK));
    says(
        problem,
        "HN4032: Azure did not remove everything.",
        "  virtual network gateway gw: (ScopeLocked) It said no. [request id req-1]",
        "  Not tried because of that: virtual network vnet",
        "  Fix: mend what Azure names and run the goal again; what was removed stays removed");
    assertThat(problem.getSuppressed()).hasSize(1);
  }

  @Test
  void timedOut() {
    says(
        DestroyProblems.failed(
            Map.of(GATEWAY, failure(CloudException.Kind.TIMED_OUT, "TimedOut")), List.of()),
        "HN4032: Azure did not remove everything.",
        "  virtual network gateway gw: (TimedOut) It said no. [request id req-1]",
        "  Fix: what we stopped waiting for goes on in Azure; run the goal again to wait for its"
            + " end; what was removed stays removed");
  }
}
