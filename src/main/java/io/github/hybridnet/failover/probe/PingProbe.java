package io.github.hybridnet.failover.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Succeeds when an ICMP echo is answered, by the system's own program: Java itself has no right to
 * send one, and then tries something else without saying so.
 */
final class PingProbe implements Probe {
  private final PingCommand command;
  private final Path directory;

  PingProbe(PingCommand command, Path directory) {
    this.command = command;
    this.directory = directory;
  }

  @Override
  public Answer ask(Duration timeout) throws InterruptedException {
    Program program = new Program(command.words(timeout), directory);
    try {
      return program
          .runAndRead(timeout)
          .map(this::judge)
          .orElseGet(() -> Answer.down(ProbeDetails.noAnswer(timeout)));
    } catch (IOException e) {
      return Answer.down("ping could not be started");
    }
  }

  private Answer judge(Program.Ended ended) {
    if (command.isAnswered(ended)) {
      return Answer.UP;
    }
    return Answer.down(
        ended.status() == 0 || ended.status() == 1
            ? "no answer to ping"
            : "ping ended with status " + ended.status());
  }
}
