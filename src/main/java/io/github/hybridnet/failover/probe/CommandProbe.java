package io.github.hybridnet.failover.probe;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Succeeds when a program ends with status 0. */
final class CommandProbe implements Probe {
  private final Program program;

  CommandProbe(List<String> words, Path directory) {
    this.program = new Program(words, directory);
  }

  @Override
  public Answer ask(Duration timeout) throws InterruptedException {
    try {
      return program
          .run(timeout)
          .map(
              ended ->
                  ended.status() == 0
                      ? Answer.UP
                      : Answer.down("the program ended with status " + ended.status()))
          .orElseGet(
              () -> Answer.down("the program did not end in " + ProbeDetails.shown(timeout)));
    } catch (IOException e) {
      return Answer.down("the program could not be started");
    }
  }
}
