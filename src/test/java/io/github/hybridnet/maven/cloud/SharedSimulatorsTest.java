package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.hybridnet.maven.process.ShutdownSequence;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SharedSimulatorsTest {
  @TempDir private Path directory;

  private final SharedSimulators simulators = new SharedSimulators(ShutdownSequence.CURRENT);

  private SharedSimulators.SimulatorUse lease() {
    return simulators.lease(SimulatorOptions.in(SimulatorFixture.prepared(directory)), true);
  }

  private boolean isRunning() {
    return AzureSimulator.running(directory).isPresent();
  }

  @Test
  void theLastGoalEndsTheSimulator() {
    SharedSimulators.SimulatorUse first = lease();
    SharedSimulators.SimulatorUse second = lease();
    assertThat(second.access()).isEqualTo(first.access());
    first.end().run();
    assertThat(isRunning()).isTrue();
    second.end().run();
    assertThat(isRunning()).isFalse();
  }

  @Test
  void goalsThatBeginAtTheSameTimeShareIt() throws Exception {
    ExecutorService goals = Executors.newFixedThreadPool(4);
    try {
      Callable<SharedSimulators.SimulatorUse> begin = this::lease;
      List<Future<SharedSimulators.SimulatorUse>> leases =
          goals.invokeAll(List.of(begin, begin, begin, begin));
      for (Future<SharedSimulators.SimulatorUse> lease : leases) {
        assertThat(lease.get().access()).isEqualTo(leases.get(0).get().access());
      }
      for (Future<SharedSimulators.SimulatorUse> lease : leases) {
        lease.get().end().run();
      }
    } finally {
      goals.shutdownNow();
    }
    assertThat(isRunning()).isFalse();
  }

  /** As by {@code mvn start-simulator clean status}. */
  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "an open file cannot be deleted there")
  void filesThatWereDeletedAreThereForTheNextGoal() throws Exception {
    SharedSimulators.SimulatorUse first = lease();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    SharedSimulators.SimulatorUse second = lease();
    assertThat(second.access().caCertificate()).exists();
    second.end().run();
    first.end().run();
    assertThat(directory.resolve("state.json")).exists();
  }

  @Test
  void anothersSimulatorIsNotEnded() {
    SharedSimulators another = new SharedSimulators(ShutdownSequence.CURRENT);
    SharedSimulators.SimulatorUse theirs =
        another.lease(SimulatorOptions.in(SimulatorFixture.prepared(directory)), true);
    lease().end().run();
    assertThat(isRunning()).isTrue();
    theirs.end().run();
  }

  @Test
  void aBuildHasOneSetOfThem() {
    Map<String, Object> data = new HashMap<>();
    MavenExecutionRequest request = mock(MavenExecutionRequest.class);
    when(request.getData()).thenReturn(data);
    MavenSession session = mock(MavenSession.class);
    when(session.getRequest()).thenReturn(request);
    assertThat(SharedSimulators.of(session)).isSameAs(SharedSimulators.of(session));
  }
}
