package io.github.hybridnet.simulator.network.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of members is what the script makes of the interface's description. */
class BodyTableTest {
  private static final Path DESCRIPTION =
      Path.of(System.getProperty("hybridnet.shared", "../shared"), "data", "arm-body-members.csv");

  private static final Path SCRIPT = Path.of("src", "build", "body-members.py");
  private static final Path TABLE =
      Path.of("src/main/resources/io/github/hybridnet/simulator/network/body", "body-members.txt");

  @TempDir Path directory;

  @Test
  void theTableIsWhatTheScriptWrites() throws Exception {
    boolean required = Boolean.getBoolean("hybridnet.shared.required");
    boolean there = Files.isRegularFile(DESCRIPTION);
    if (!required && !there) {
      System.out.println("SKIPPED: " + DESCRIPTION + " is missing; the table is not compared");
    }
    assumeTrue(required || there);
    Path written = directory.resolve("table.txt");
    Path said = directory.resolve("said.txt");
    Process script =
        new ProcessBuilder("python3", SCRIPT.toString(), DESCRIPTION.toString(), written.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    assertThat(script.waitFor()).as(Files.readString(said, StandardCharsets.UTF_8)).isZero();
    assertThat(written).hasSameTextualContentAs(TABLE, StandardCharsets.UTF_8);
  }
}
