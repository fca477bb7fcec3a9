package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowedDrillSetupTest {
  @TempDir private Path directory;

  @Test
  void aSimulatorThatDoesNotAnswerIsNamed() {
    SimulatorAdmin admin;
    try (AzureSimulator simulator =
        AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)))) {
      admin = simulator.access().admin();
    }
    assertThatThrownBy(() -> SlowedDrillSetup.begin(admin, "vnet"))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("HN6001: The simulator's admin call GET clock was not answered: ")
        .hasMessageNotContaining("null");
  }
}
