package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillPaceTest {
  @TempDir private Path directory;

  @Test
  void aSimulatorThatDoesNotAnswerIsNamed() {
    SimulatorAdmin admin;
    try (AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(directory))) {
      admin = simulator.access().admin();
    }
    assertThatThrownBy(() -> DrillPace.begin(admin, "vnet"))
        .isInstanceOf(HybridnetException.class)
        .hasMessageStartingWith("HN6001: The simulator's admin call GET clock was not answered: ")
        .hasMessageNotContaining("null");
  }
}
