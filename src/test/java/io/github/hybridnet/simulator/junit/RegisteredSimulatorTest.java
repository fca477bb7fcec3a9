package io.github.hybridnet.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RegisteredSimulatorTest {
  @TempDir static Path directory;

  @RegisterExtension
  static final AzureSimulatorExtension SHARED =
      AzureSimulatorExtension.with(options -> options.withSpeed(12));

  @RegisterExtension
  final AzureSimulatorExtension own =
      AzureSimulatorExtension.with(options -> options.withSpeed(13));

  private static final Set<URI> OWN = new HashSet<>();

  @AfterAll
  static void fieldsOfInstancesHaveOneForEachTest() {
    assertThat(OWN).hasSize(2);
  }

  @RepeatedTest(2)
  void eachHasItsOwn() {
    OWN.add(own.simulator().endpoint());
    assertThat(own.simulator().admin().send("GET", "clock", "")).contains("\"speed\":13.0");
    assertThat(SHARED.simulator().admin().send("GET", "clock", "")).contains("\"speed\":12.0");
  }

  @Nested
  class InADirectory {
    @RegisterExtension
    final AzureSimulatorExtension kept =
        AzureSimulatorExtension.in(
            SimulatorOptions.in(SimulatorFixture.prepared(directory)).withPort(0));

    @Test
    void itIsWhereItWasToBe() {
      assertThat(AzureSimulator.running(directory)).hasValue(kept.simulator().access());
    }
  }

  @Test
  void outsideOfTestsNothingRuns() {
    assertThatThrownBy(() -> AzureSimulatorExtension.with(o -> o).simulator())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("The simulator does not run outside of the tests.");
  }
}
