package io.github.hybridnet.failover.probe;

import io.github.hybridnet.engine.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Succeeds when a program ends with status 0. */
final class CommandProbe implements Probe {
  private final ChildProcess program;

  CommandProbe(List<String> words, Path directory) {
    this.program = ChildProcess.of(words).in(directory);
  }

  @Override
  public Answer ask(Duration timeout) throws InterruptedException {
    try {
      ChildProcess.Run run = program.run(timeout);
      if (run.end() != ChildProcess.End.EXITED) {
        return Answer.down("the program did not end in " + ProbeDetails.shown(timeout));
      }
      return run.isSuccess()
          ? Answer.UP
          : Answer.down("the program ended with status " + run.status());
    } catch (IOException e) {
      return Answer.down("the program could not be started");
    }
  }
}
