package io.github.hybridnet.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.engine.process.ChildProcess.End;
import io.github.hybridnet.engine.process.ChildProcess.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class ChildProcessTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir private Path directory;

  private static ChildProcess shell(String script) {
    return ChildProcess.of(List.of("/bin/sh", "-c", script)).keeping(65_536);
  }

  @Test
  void whatItWritesIsKeptAndItHasNoInput() throws Exception {
    ProcessResult processResult = shell("cat; echo out; echo err >&2; exit 3").run(LONG);
    assertThat(processResult).isEqualTo(new ProcessResult(End.EXITED, 3, "out\n", "err\n"));
    assertThat(processResult.isSuccess()).isFalse();
    assertThat(processResult.toString()).doesNotContain("out");
  }

  @Test
  void oneThatWritesForEverIsEnded() throws Exception {
    ProcessResult processResult =
        shell("while :; do echo yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy; done").run(LONG);
    assertThat(processResult.end()).isEqualTo(End.TOO_MUCH);
    assertThat(shell("while :; do echo yyyyyyyyyyyyyyyyyyy >&2; done").run(LONG).end())
        .isEqualTo(End.TOO_MUCH);
  }

  @Test
  void oneThatDoesNotEndIsEndedWithItsChildren() throws Exception {
    Path pid = directory.resolve("pid");
    Duration limit = Duration.ofMillis(250);
    while (!Files.exists(pid)) {
      limit = limit.multipliedBy(2);
      assertThat(
              shell("sleep 300 & echo $! > new; mv new pid; wait").in(directory).run(limit).end())
          .isEqualTo(End.TOO_LONG);
    }
    Optional<ProcessHandle> child = child(pid);
    if (child.isPresent()) {
      child.get().onExit().get(1, TimeUnit.MINUTES);
    }
  }

  private static Optional<ProcessHandle> child(Path pid) throws IOException {
    return ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
  }

  /** As the Azure CLI does, which sends its telemetry after its end. */
  @Test
  void aChildThatOutlivesItIsNotWaitedFor() throws Exception {
    Path pid = directory.resolve("pid");
    ProcessResult processResult =
        shell("sleep 300 2>&- & echo $! > pid; echo token").in(directory).run(LONG);
    ProcessHandle child = child(pid).orElseThrow();
    assertThat(child.destroy()).as("it still runs").isTrue();
    assertThat(processResult).isEqualTo(new ProcessResult(End.EXITED, 0, "token\n", ""));
  }

  @Test
  void itGetsTheEnvironmentThatIsGiven() throws Exception {
    Map<String, String> environment = Map.of("ONE", "1", "PATH", "/usr/bin:/bin");
    assertThat(shell("env").with(environment).run(LONG).output().lines())
        .contains("ONE=1")
        .noneMatch(line -> line.startsWith("HOME="));
  }

  @Test
  void aPlainEnvironmentHasNoSecrets() {
    assertThat(
            PlainEnvironment.of(
                Map.of("Path", "p", "AZURE_CLIENT_SECRET", "s", "SHARED_KEY", "k", "TZ", "UTC")))
        .containsOnlyKeys("Path", "TZ");
  }

  @Test
  void oneThatIsNotThere() {
    ChildProcess gone = ChildProcess.of(List.of(directory.resolve("gone").toString()));
    assertThatThrownBy(() -> gone.run(LONG)).isInstanceOf(IOException.class);
  }
}
