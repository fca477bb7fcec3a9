package io.github.hybridnet.drill.probe;

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
   * A probe by the system's ping program.
   *
   * @param environment the variables that ping gets
   */
  PingProbe(PingCommand command, Path directory, Map<String, String> environment) {
    this.command = command;
    this.directory = directory;
    this.environment = environment;
  }

  @Override
  public ProbeAnswer ask(Duration timeout) throws InterruptedException {
    try {
      ChildProcess.ProcessResult processResult =
          ChildProcess.of(command.words(timeout))
              .in(directory)
              .with(environment)
              .keeping(LONGEST_OUTPUT)
              .run(timeout);
      return processResult.end() == ChildProcess.End.EXITED
          ? judge(processResult)
          : ProbeAnswer.down(ProbeFailureText.noAnswer(timeout));
    } catch (IOException e) {
      return ProbeAnswer.down("ping could not be started");
    }
  }

  private ProbeAnswer judge(ChildProcess.ProcessResult ended) {
    if (command.isAnswered(ended)) {
      return ProbeAnswer.UP;
    }
    return ProbeAnswer.down(
        ended.status() == 0 || ended.status() == 1
            ? "no answer to ping"
            : "ping ended with status " + ended.status());
  }
}
