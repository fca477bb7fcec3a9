package io.github.hybridnet.app.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualCircuit.Phase;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CircuitPollerTest {
  private static final ResourceKey KEY = new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");

  private final FakeCloud cloud = new FakeCloud();
  private final RecordedLines out = new RecordedLines();
  private final Deque<Runnable> afterEachPause = new ArrayDeque<>();
  private final List<String> changes = new ArrayList<>();
  private Instant now = Instant.EPOCH;

  private final EngineOptions options =
      EngineOptions.timed(
          () -> now,
          pause -> {
            now = now.plus(pause);
            if (!afterEachPause.isEmpty()) {
              afterEachPause.removeFirst().run();
            }
          },
          Duration.ofMinutes(1));

  private final CircuitPoller poller =
      new CircuitPoller(cloud, options, out, Duration.ofMinutes(10));

  private void stands(String azure, String provider, String... peeringStates) {
    List<Map<String, Object>> peerings = new ArrayList<>();
    for (String state : peeringStates) {
      peerings.add(Map.of("peeringType", "AzurePrivatePeering", "state", state));
    }
    Map<String, Object> observed =
        Map.of(
            "circuitProvisioningState", azure,
            "serviceProviderProvisioningState", provider,
            "peerings", peerings);
    cloud.standing.put(KEY, new ActualResource(KEY, null, "Succeeded", Map.of(), observed));
  }

  private void untilReady() throws InterruptedException {
    poller.awaitProvisioned(
        KEY,
        circuit -> circuit.phase() == Phase.READY,
        circuit -> changes.add(CircuitReadiness.reason(new ActualCircuit(circuit))));
  }

  @Test
  void saysWhatItWaitsForEachTimeThatChanges() throws Exception {
    stands("Disabled", "NotProvisioned");
    afterEachPause.add(() -> stands("Enabled", "NotProvisioned"));
    afterEachPause.add(() -> {});
    afterEachPause.add(() -> stands("Enabled", "Provisioning"));
    afterEachPause.add(() -> stands("Enabled", "Provisioned"));
    afterEachPause.add(() -> stands("Enabled", "Provisioned", "Disabled"));
    afterEachPause.add(() -> stands("Enabled", "Provisioned", "Enabled"));
    untilReady();
    assertThat(changes)
        .containsExactly(
            "its circuit status, which Azure sets, is 'Disabled' and must be 'Enabled'",
            "its provider status, which the connectivity provider sets, is 'NotProvisioned' and"
                + " must be 'Provisioned'",
            "its provider status, which the connectivity provider sets, is 'Provisioning' and must"
                + " be 'Provisioned'",
            "the circuit has no private peering",
            "its private peering is 'Disabled' and must be 'Enabled'");
    assertThat(out.lines())
        .hasSize(5)
        .startsWith(
            "INFO ExpressRoute circuit erc: waiting, its circuit status, which Azure sets, is"
                + " 'Disabled' and must be 'Enabled'; 0.0 s elapsed, limit 10m 00s");
  }

  @Test
  void doesNotWaitForAProviderThatTakesTheCircuitAway() {
    stands("Enabled", "Provisioning");
    afterEachPause.add(() -> stands("Enabled", "Deprovisioning"));
    assertThatThrownBy(this::untilReady)
        .hasMessage(
            "HN4041: The connectivity provider is deprovisioning the ExpressRoute circuit 'erc'.%n "
                + " Fix: ask the connectivity provider why. When the provider status of the circuit"
                + " is 'NotProvisioned', the provider can provision the circuit again with the same"
                + " service key. Or delete the circuit then, which ends its costs",
            new Object[0]);
  }

  @Test
  void oneAnswerWithoutTheCircuitIsNotBelieved() throws Exception {
    stands("Enabled", "NotProvisioned");
    afterEachPause.add(() -> cloud.standing.remove(KEY));
    afterEachPause.add(() -> {});
    afterEachPause.add(() -> stands("Enabled", "Provisioned", "Enabled"));
    untilReady();
    assertThat(changes).hasSize(1);
  }

  /** Right after its creation, or while a copy of Resource Manager lags behind. */
  @Test
  void aCircuitThatIsNotShownForAMinuteIsNotGone() throws Exception {
    Runnable waitOn =
        new Runnable() {
          @Override
          public void run() {
            if (now.isBefore(Instant.EPOCH.plusSeconds(60))) {
              afterEachPause.add(this);
            } else {
              stands("Enabled", "Provisioned", "Enabled");
            }
          }
        };
    afterEachPause.add(waitOn);
    untilReady();
    assertThat(now).isBefore(Instant.EPOCH.plusSeconds(120));
  }

  @Test
  void aCircuitThatIsGoneIsNotWaitedFor() {
    stands("Enabled", "NotProvisioned");
    afterEachPause.add(() -> cloud.standing.remove(KEY));
    assertThatThrownBy(this::untilReady)
        .hasMessage(
            "HN4042: The ExpressRoute circuit 'erc' was deleted while this goal waited for the"
                + " connectivity provider.%n  Fix: find out who deleted the circuit. The next run"
                + " creates it again, with another service key",
            new Object[0]);
  }

  @Test
  void saysThatAzureDoesNotAnswerAndWaitsOn() throws Exception {
    stands("Enabled", "NotProvisioned");
    afterEachPause.add(
        () ->
            cloud.whileReading =
                key -> {
                  throw FakeCloud.failure(CloudException.Kind.UNREACHABLE, "NoAnswer");
                });
    afterEachPause.add(
        () -> {
          cloud.whileReading = key -> {};
          stands("Enabled", "Provisioned", "Enabled");
        });
    untilReady();
    assertThat(out.lines()).last().asString().contains("waiting, no answer from Azure;");
  }

  @Test
  void aSignInThatFailsIsWaitedOut() throws Exception {
    cloud.whileReading =
        key -> {
          throw FakeCloud.signInLost();
        };
    afterEachPause.add(
        () -> {
          cloud.whileReading = key -> {};
          stands("Enabled", "Provisioned", "Enabled");
        });
    untilReady();
    assertThat(out.lines()).last().asString().contains("waiting, no answer from Azure;");
  }

  @Test
  void aRefusalEndsTheWait() {
    cloud.whileReading =
        key -> {
          throw FakeCloud.failure(CloudException.Kind.UNAUTHORIZED, "AuthorizationFailed");
        };
    assertThatThrownBy(this::untilReady).hasMessageStartingWith("HN4011");
  }

  @Test
  void allWaitsTogetherHaveOneLimit() throws Exception {
    stands("Enabled", "NotProvisioned");
    for (int i = 0; i < 20; i++) {
      afterEachPause.add(() -> {});
    }
    afterEachPause.add(() -> stands("Enabled", "Provisioned"));
    poller.awaitProvisioned(KEY, ActualCircuit::isProvisioned, circuit -> {});
    assertThat(now).isAfter(Instant.EPOCH.plus(Duration.ofMinutes(4)));
    assertThatThrownBy(this::untilReady)
        .hasMessageStartingWith("HN4012: The ExpressRoute circuit 'erc' is not ready after 10m")
        .hasMessageContaining(": the circuit has no private peering.");
    assertThat(now).isBefore(Instant.EPOCH.plus(Duration.ofMinutes(11)));
  }
}
