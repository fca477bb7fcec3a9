package io.github.hybridnet.failover.probe;

import io.github.hybridnet.engine.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Succeeds when an ICMP echo is answered, by the system's own program: Java itself has no right to
 * send one, and then tries something else without saying so.
 */
final class PingProbe implements Probe {
  private static final int LONGEST_OUTPUT = 65_536;

  private final PingCommand command;
  private final Path directory;
  private final Map<String, String> environment;

  /**
   * A probe.
   *
   * @param environment the variables that ping gets
   */
  PingProbe(PingCommand command, Path directory, Map<String, String> environment) {
    this.command = command;
    this.directory = directory;
    this.environment = environment;
  }

  @Override
  public Answer ask(Duration timeout) throws InterruptedException {
    try {
      ChildProcess.Run run =
          ChildProcess.of(command.words(timeout))
              .in(directory)
              .with(environment)
              .keeping(LONGEST_OUTPUT)
              .run(timeout);
      return run.end() == ChildProcess.End.EXITED
          ? judge(run)
          : Answer.down(ProbeDetails.noAnswer(timeout));
    } catch (IOException e) {
      return Answer.down("ping could not be started");
    }
  }

  private Answer judge(ChildProcess.Run ended) {
    if (command.isAnswered(ended)) {
      return Answer.UP;
    }
    return Answer.down(
        ended.status() == 0 || ended.status() == 1
            ? "no answer to ping"
            : "ping ended with status " + ended.status());
  }
}
