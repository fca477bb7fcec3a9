package io.github.hybridnet.drill.probe;

import io.github.hybridnet.engine.process.ChildProcess;
import io.github.hybridnet.text.DurationText;
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
  public ProbeAnswer ask(Duration timeout) throws InterruptedException {
    try {
      ChildProcess.ProcessResult processResult = program.run(timeout);
      if (processResult.end() != ChildProcess.End.EXITED) {
        return ProbeAnswer.down("the program did not end within " + DurationText.exact(timeout));
      }
      return processResult.isSuccess()
          ? ProbeAnswer.UP
          : ProbeAnswer.down("the program ended with status " + processResult.status());
    } catch (IOException e) {
      return ProbeAnswer.down("the program could not be started");
    }
  }
}
