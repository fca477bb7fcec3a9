package io.github.hybridnet.maven.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.FakeCloud;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreateCircuitTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "ra-rg", ResourceType.CIRCUIT, "ra-erc");

  @TempDir private Path directory;

  private @Nullable Path output;

  private final FakeOpenCloud cloud = new FakeOpenCloud();
  private final RecordedLines out = new RecordedLines();
  private final Properties properties = new Properties();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);

  /** Provider's states, one after each pause. */
  private final Deque<String> states = new ArrayDeque<>();

  private void run(HybridNetwork network, boolean wait) throws InterruptedException {
    Sleeper sleeper =
        pause -> {
          now.updateAndGet(i -> i.plus(pause));
          if (!states.isEmpty()) {
            provider(states.removeFirst());
          }
        };
    EngineOptions options = EngineOptions.timed(now::get, sleeper, Duration.ofMinutes(1));
    Results results =
        new Results(output == null ? directory : output, properties::setProperty, out);
    CreateCircuit.Request request =
        new CreateCircuit.Request("westus2", wait, Duration.ofMinutes(10));
    new CreateCircuit(cloud, options, out, results).run(network, request);
  }

  private void provider(String state) {
    ActualResource standing = cloud.fake.standing.get(CIRCUIT);
    Map<String, Object> observed =
        Map.of(
            "circuitProvisioningState",
            "Enabled",
            "serviceProviderProvisioningState",
            state,
            "serviceKey",
            "key-1",
            "peerings",
            state.equals("Provisioned")
                ? List.of(Map.of("peeringType", "AzurePrivatePeering", "state", "Enabled"))
                : List.of());
    cloud.fake.standing.put(
        CIRCUIT,
        new ActualResource(
            CIRCUIT, null, "Succeeded", standing == null ? Map.of() : standing.body(), observed));
  }

  @Test
  void createsTheCircuitAndSaysWhatToHandOver() throws Exception {
    cloud.fake.whileApplying = key -> {};
    run(SampleNetwork.reference(), false);
    assertThat(cloud.fake.applied)
        .extracting(ResourceKey::toString)
        .containsExactly("resource group ra-rg", "ExpressRoute circuit ra-erc");
    assertThat(out.lines()).contains("INFO Hand this to Equinix:");
    assertThat(Files.readString(directory.resolve("outputs.json"))).contains("ra-erc");
  }

  @Test
  void writesNothingWhenTheResultsWouldBeLost() throws Exception {
    Files.createFile(directory.resolve("file"));
    Path below = directory.resolve("file/below");
    output = below;
    assertThatThrownBy(() -> run(SampleNetwork.reference(), false))
        .hasMessageStartingWith("HN4013: The file " + below.resolve("outputs.json"))
        .hasMessageEndingWith("set hybridnet.outputDirectory; nothing was changed");
    assertThat(cloud.fake.applied).isEmpty();
  }

  @Test
  void waitsForTheProvider() throws Exception {
    states.addAll(List.of("NotProvisioned", "Provisioning", "Provisioned"));
    run(SampleNetwork.reference(), true);
    assertThat(out.lines())
        .anyMatch(l -> l.contains("waiting, the connectivity provider has it as Provisioning;"))
        .contains(
            "INFO ExpressRoute circuit ra-erc: provisioned by the provider, private peering enabled");
    assertThat(properties).containsEntry("hybridnet.circuit.providerState", "Provisioned");
  }

  @Test
  void keepsWaitingWhileAzureDoesNotAnswer() throws Exception {
    states.addAll(List.of("NotProvisioned", "lost", "lost", "Provisioned"));
    cloud.fake.whileReading =
        key -> {
          ActualResource circuit = cloud.fake.standing.get(CIRCUIT);
          boolean lost =
              circuit != null
                  && "lost".equals(circuit.observed().get("serviceProviderProvisioningState"));
          if (lost) {
            throw FakeCloud.failure(CloudException.Kind.UNREACHABLE, "NoAnswer");
          }
        };
    run(SampleNetwork.reference(), true);
    assertThat(properties).containsEntry("hybridnet.circuit.providerState", "Provisioned");
  }

  @Test
  void tellsOnceAMinuteThatItWaits() {
    states.add("NotProvisioned");
    assertThatThrownBy(() -> run(SampleNetwork.reference(), true))
        .hasMessageStartingWith("HN4012")
        .hasMessageContaining("the connectivity provider has it as NotProvisioned");
    long told = out.lines().stream().filter(l -> l.contains("waiting, ")).count();
    assertThat(told).isBetween(9L, 13L);
  }
}
