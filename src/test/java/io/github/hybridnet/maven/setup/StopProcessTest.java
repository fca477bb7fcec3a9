package io.github.hybridnet.maven.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A real process that is told to end. */
class StopProcessTest {

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be told to end there")
  void theGoalSaysWhatGoesOnBeforeTheProcessEnds() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                StoppedProcess.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals("waiting")) {
        line = output.readLine();
      }
      assertThat(line).isEqualTo("waiting");
      // Not the process: that would close its output, too.
      assertThat(process.toHandle().destroy()).isTrue();
      assertThat(output.lines()).containsExactly("what goes on", "farewell");
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(128 + 15);
    } finally {
      process.destroyForcibly();
    }
  }
}
