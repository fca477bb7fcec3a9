package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.util.concurrent.CountDownLatch;

/** Runs a simulator in the foreground until the build is interrupted. */
public final class ForegroundSimulator {
  private final SimulatorOptions options;
  private final LineWriter out;

  /** A simulation that is not running yet. */
  public ForegroundSimulator(SimulatorOptions options, LineWriter out) {
    this.options = options;
    this.out = out;
  }

  /**
   * Runs it; does not return.
   *
   * @throws io.github.hybridnet.text.UserException HN6001 when it cannot start
   * @throws InterruptedException when the build is stopped
   */
  public void run() throws InterruptedException {
    try (AzureSimulator simulator = AzureSimulator.start(options).endedByItsOwner()) {
      ClientInstructions.lines(simulator.access(), options).forEach(out::info);
      PlayedVariants.sentence(simulator.access()).ifPresent(out::info);
      new CountDownLatch(1).await();
    } catch (SimulatorException e) {
      throw CloudSetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }
}
