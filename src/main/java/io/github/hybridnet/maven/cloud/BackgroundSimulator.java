package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import org.apache.maven.execution.MavenSession;

/** A simulator in the background of a build, until it is stopped or the build ends. */
public final class BackgroundSimulator {
  private final SharedSimulators simulators;
  private final LineWriter out;

  /** The simulators of this build. */
  public BackgroundSimulator(MavenSession session, LineWriter out) {
    this(SharedSimulators.of(session), out);
  }

  BackgroundSimulator(SharedSimulators simulators, LineWriter out) {
    this.simulators = simulators;
    this.out = out;
  }

  /**
   * Starts a simulator, or shares the one that already runs in the directory.
   *
   * @param keepState whether it remembers what an earlier run left in its directory
   * @throws io.github.hybridnet.text.UserException HN6001 when it cannot start
   */
  public SimulatorAccess start(SimulatorOptions options, boolean keepState) {
    SharedSimulators.SimulatorUse simulatorUse;
    try {
      simulatorUse = simulators.retain(options, keepState);
    } catch (SimulatorException e) {
      throw CloudSetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
    String at = simulatorUse.access().endpoint().toString();
    out.info(
        switch (simulatorUse.origin()) {
          case EMPTY, RESUMED ->
              "The simulator runs at "
                  + at
                  + ", at "
                  + ClientInstructions.speed(options)
                  + " times the real speed, "
                  + (simulatorUse.origin() == SharedSimulators.SimulatorOrigin.EMPTY
                      ? "empty."
                      : "with the state of an earlier run.")
                  + " It ends at stop-simulator, or with this build.";
          case SHARED ->
              "The simulator of this build already runs at "
                  + at
                  + ". It is shared, with its current state and speed.";
          case FOREIGN ->
              "A simulator that this build did not start runs at "
                  + at
                  + ". It is used with its current state and speed, and keeps running after this"
                  + " build.";
        });
    PlayedVariants.sentence(simulatorUse.access()).ifPresent(out::info);
    return simulatorUse.access();
  }

  /** Stops the simulator, unless other modules use it. Does nothing if none was started. */
  public void stop(Path directory) {
    SharedSimulators.ReleaseOutcome releaseOutcome;
    try {
      releaseOutcome = simulators.release(directory);
    } catch (SimulatorException e) {
      throw CloudSetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
    out.info(
        switch (releaseOutcome) {
          case ENDED -> "The simulator has stopped. Its state is in " + directory + ".";
          case USED_BY_OTHERS -> "The simulator keeps running: other modules of this build use it.";
          case FOREIGN -> "The simulator keeps running: this build did not start it.";
          case NONE_KEPT -> "Nothing to stop: this build runs no simulator in " + directory + ".";
        });
  }
}
