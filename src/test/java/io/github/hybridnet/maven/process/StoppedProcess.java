package io.github.hybridnet.maven.process;

import io.github.hybridnet.maven.cloud.SharedSimulators;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A process with a goal that waits for ever; {@link StopProcessTest} ends it. With a directory as
 * its argument the goal uses a simulator there, which it needs once more when it is stopped.
 */
final class StoppedProcess {
  /** In which a simulator that did not wait for the goal would be gone. */
  private static final Duration MEANWHILE = Duration.ofMillis(300);

  private StoppedProcess() {}

  public static void main(String[] arguments) {
    try {
      GracefulStop.during(
          () -> {
            if (arguments.length == 0) {
              waitForEver();
            } else {
              withSimulator(Path.of(arguments[0]));
            }
          },
          () -> Duration.ofSeconds(60),
          () -> System.out.println("farewell"));
    } catch (InterruptedException e) {
      // As Maven does at the end of a build that failed: it must not hide the signal's status.
      System.exit(1);
    }
  }

  private static void waitForEver() throws InterruptedException {
    System.out.println("waiting");
    try {
      new CountDownLatch(1).await();
    } finally {
      System.out.println("what goes on");
    }
  }

  private static void withSimulator(Path directory) throws InterruptedException {
    SharedSimulators.SimulatorUse simulatorUse =
        new SharedSimulators(ShutdownSequence.CURRENT).lease(SimulatorOptions.in(directory), true);
    try {
      waitForEver();
    } finally {
      long deadline = System.nanoTime() + MEANWHILE.toNanos();
      while (Files.exists(directory.resolve("endpoint")) && System.nanoTime() < deadline) {
        Thread.onSpinWait();
      }
      simulatorUse.access().admin().advance(Duration.ofSeconds(1));
      System.out.println("put back");
      simulatorUse.end().run();
    }
  }
}
