package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that a simulator begins with. */
class FaultFileTest {
  @TempDir Path directory;
  @TempDir Path elsewhere;
  private Path file;

  @BeforeEach
  void prepare() {
    SimulatorFixture.prepared(directory);
    file = elsewhere.resolve("faults.json");
  }

  private FaultRig rig() {
    return new FaultRig(directory, options -> options.withFaults(file));
  }

  @Test
  void rulesOfTheFileAreThereAgainAfterARestartAndOthersAreGone() throws IOException {
    Files.writeString(
        file,
        """
        {"rules": [{"id": "of-file", "match": {"operation": "PUT", "name": "t"},
          "calls": {"times": 1}, "effect": {"status": {"status": 500}}}]}
        """);
    for (int run = 0; run < 2; run++) {
      try (FaultRig rig = rig()) {
        assertThat(rig.counts("of-file")).isEqualTo("0/0");
        assertThat(rig.client.admin().get("/_simulator/faults").json().path("rules")).hasSize(1);
        assertThat(rig.put("t").status()).isEqualTo(500);
        assertThat(rig.counts("of-file")).isEqualTo("1/1");
        rig.fault("{'id': 'sent', 'match': {'name': 'none'}, 'effect': {'reset': {}}}");
      }
    }
  }

  @Test
  void fileWithMistakesKeepsItFromStartingAndTheDirectoryFree() throws IOException {
    Files.writeString(
        file, "{\"rules\": [\n {\"effect\": {\"reset\": {}}, \"phase\": \"final\"}]}");
    assertThatThrownBy(this::rig)
        .isInstanceOf(SimulatorException.class)
        .hasMessage(
            "The fault rules in '"
                + file
                + "' have mistakes:\n  2:28 /rules/0/phase: must be one of after, before, polling");
    Files.delete(file);
    assertThatThrownBy(this::rig)
        .isInstanceOf(SimulatorException.class)
        .hasMessageStartingWith("The fault rules in '" + file + "' cannot be read: ");
    new FaultRig(directory).close();
  }

  @Test
  void resetReadsTheFileAgainAndForgetsNothingIfItIsBroken() throws IOException {
    Files.writeString(
        file, "{\"rules\": [{\"id\": \"one\", \"effect\": {\"lostOperation\": {}}}]}");
    try (FaultRig rig = rig()) {
      rig.put("t");
      Files.writeString(file, "{\"rules\": 7}");
      ArmClient.Answer refused = rig.client.admin().post("/_simulator/reset", "");
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.code()).isEqualTo("NotForgotten");
      assertThat(rig.client.admin().get("/_simulator/faults").json().path("rules")).hasSize(1);
      assertThat(rig.client.get(FaultRig.thing("t")).status()).isEqualTo(200);
      Files.writeString(file, "{\"rules\": []}");
      assertThat(rig.client.admin().post("/_simulator/reset", "").status()).isEqualTo(200);
      assertThat(rig.client.admin().get("/_simulator/faults").json().path("rules")).isEmpty();
      assertThat(rig.client.get(FaultRig.thing("t")).status()).isEqualTo(404);
    }
  }
}
