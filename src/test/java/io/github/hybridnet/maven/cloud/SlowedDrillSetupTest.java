package io.github.hybridnet.maven.cloud;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlowedDrillSetupTest {
  @TempDir private Path directory;

  @Test
  void aSimulatorThatDoesNotAnswerIsNamed() {
    SimulatorAdmin admin;
    URI endpoint;
    try (AzureSimulator simulator =
        AzureSimulator.start(SimulatorOptions.in(SimulatorFixture.prepared(directory)))) {
      admin = simulator.access().admin();
      endpoint = simulator.access().endpoint();
    }
    assertThatThrownBy(() -> SlowedDrillSetup.begin(admin, "vnet"))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "HN6001: The drill was not started, because the simulator has stopped or does not"
                + " answer. The simulator's admin call GET clock was not answered: nothing listens"
                + " at "
                + endpoint
                + ". Nothing was changed."
                + System.lineSeparator()
                + "  Fix: run the goal again. If the simulator has stopped, the goal starts it"
                + " again with the state that was saved");
  }
}
