package io.github.hybridnet.maven.setup;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A process with a goal that waits for ever; {@link StopProcessTest} ends it. */
final class StoppedProcess {
  private StoppedProcess() {}

  public static void main(String[] arguments) {
    try {
      StopSignal.during(
          () -> {
            System.out.println("waiting");
            try {
              new CountDownLatch(1).await();
            } finally {
              System.out.println("what goes on");
            }
          },
          () -> Duration.ofSeconds(60),
          () -> System.out.println("farewell"));
    } catch (InterruptedException e) {
      // As Maven does at the end of a build that failed: it must not hide the signal's status.
      System.exit(1);
    }
  }
}
