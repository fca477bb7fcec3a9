package io.github.hybridnet.maven.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.ChildProcesses;
import io.github.hybridnet.simulator.SimulatorFixture;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real process that is told to end. */
class StopProcessTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be told to end there")
  void theGoalSaysWhatGoesOnBeforeTheProcessEnds(String signal) throws Exception {
    assertThat(stop(signal)).containsExactly("what goes on", "farewell");
  }

  @ParameterizedTest
  @ValueSource(strings = {"TERM", "INT"})
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process cannot be told to end there")
  void theSimulatorEndsAfterTheGoal(String signal) throws Exception {
    assertThat(stop(signal, SimulatorFixture.prepared(directory).toString()))
        .containsExactly("what goes on", "put back", "farewell");
    assertThat(directory.resolve("endpoint")).doesNotExist();
    assertThat(directory.resolve("state.json")).exists();
  }

  private static List<String> stop(String signal, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(StoppedProcess.class.getName()));
    command.addAll(List.of(arguments));
    if (signal.equals("INT")) {
      ChildProcesses.assumeInterruptible();
    }
    Process process =
        ChildProcesses.bounded(
            ChildProcesses.java(command.toArray(new String[0])).redirectErrorStream(true).start());
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = output.readLine();
      while (line != null && !line.equals("waiting")) {
        line = output.readLine();
      }
      assertThat(line).isEqualTo("waiting");
      new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
      List<String> said = output.lines().toList();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(signal.equals("INT") ? 128 + 2 : 128 + 15);
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
