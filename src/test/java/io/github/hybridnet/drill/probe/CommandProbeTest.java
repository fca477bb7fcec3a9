package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Patience;
import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its programs are shell scripts")
class CommandProbeTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path directory;

  private Probe shell(String script) {
    return new CommandProbe(List.of("/bin/sh", "-c", script), directory);
  }

  @Test
  void statusZeroIsUp() throws InterruptedException {
    assertThat(shell("exit 0").ask(LONG)).isEqualTo(ProbeAnswer.UP);
    assertThat(shell("exit 3").ask(LONG))
        .isEqualTo(ProbeAnswer.down("the program ended with status 3"));
  }

  @Test
  void itRunsInTheProjectsDirectory() throws IOException, InterruptedException {
    Files.createFile(directory.resolve("marker"));
    assertThat(shell("test -f marker").ask(LONG)).isEqualTo(ProbeAnswer.UP);
  }

  @Test
  void itHasNoInputAndMayWriteAsMuchAsItLikes() throws InterruptedException {
    assertThat(shell("cat").ask(LONG)).isEqualTo(ProbeAnswer.UP);
    assertThat(shell("head -c 3000000 /dev/zero; head -c 3000000 /dev/zero 1>&2; exit 7").ask(LONG))
        .isEqualTo(ProbeAnswer.down("the program ended with status 7"));
  }

  @Test
  void oneThatDoesNotEndIsNoAnswer() throws InterruptedException {
    assertThat(shell("exec sleep 300").ask(Duration.ofMillis(100)))
        .isEqualTo(ProbeAnswer.down("the program did not end within 100 ms"));
  }

  @Test
  void oneThatCannotBeStartedIsNoAnswer() throws InterruptedException {
    assertThat(new CommandProbe(List.of(directory.resolve("gone").toString()), directory).ask(LONG))
        .isEqualTo(ProbeAnswer.down("the program could not be started"));
  }

  @Test
  void itIsEndedWithItsChildren() throws Exception {
    Path pids = directory.resolve("pids");
    String script =
        "(sleep 300 & echo $! >> half; wait) & sleep 300 & echo $! $! >> half;"
            + " until [ $(wc -w < half) = 3 ]; do :; done; echo $$ >> half; mv half pids; wait";
    CompletableFuture<String> end = new CompletableFuture<>();
    Thread asking =
        new Thread(
            () -> {
              try {
                end.complete(shell(script).ask(LONG).toString());
              } catch (InterruptedException e) {
                end.complete("interrupted");
              }
            });
    asking.start();
    Patience.until("the children run", () -> Files.exists(pids));
    asking.interrupt();
    assertThat(end.get(1, TimeUnit.MINUTES)).isEqualTo("interrupted");
    String[] found = Files.readString(pids).strip().split("\\s+");
    assertThat(found).hasSize(4);
    for (String pid : found) {
      Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(pid));
      if (process.isPresent()) {
        process.get().onExit().get(1, TimeUnit.MINUTES);
      }
    }
  }
}
