package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.maven.process.BuildEndListener;
import io.github.hybridnet.maven.process.BuildMemory;
import io.github.hybridnet.maven.process.ShutdownSequence;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * The simulators that one build started. Goals that run at the same time, as under {@code -T},
 * share the one of their directory; it ends with the last of them. A simulator retained by {@code
 * start-simulator} counts as used until it is released.
 */
public final class SharedSimulators {
  private final Map<Path, RunningSimulator> started = new HashMap<>();
  private final Map<Path, Deque<SimulatorUse>> kept = new HashMap<>();
  private final ShutdownSequence process;

  private static final class RunningSimulator {
    private final AzureSimulator simulator;
    private final Runnable outlived;
    private int users;

    /** The goals of this process must have left before it ends. */
    RunningSimulator(AzureSimulator simulator, ShutdownSequence process) {
      this.simulator = simulator.endedByItsOwner();
      this.outlived = process.afterGoals(simulator::close);
    }

    void end() {
      try {
        simulator.close();
      } finally {
        outlived.run();
      }
    }
  }

  /** Who started a simulator, and with what state. */
  enum SimulatorOrigin {
    /** This build's, started for this lease, with nothing in it. */
    EMPTY,
    /** This build's, started for this lease, with what an earlier run left. */
    RESUMED,
    /** This build's, started before. */
    SHARED,
    /** That of another process or build. */
    FOREIGN
  }

  /**
   * A simulator in use.
   *
   * @param access how to reach it
   * @param origin who started it
   * @param end to be run once, when it is no longer needed
   */
  public record SimulatorUse(SimulatorAccess access, SimulatorOrigin origin, Runnable end) {}

  /** The outcome of releasing a simulator. */
  enum ReleaseOutcome {
    ENDED,
    USED_BY_OTHERS,
    FOREIGN,
    NONE_KEPT
  }

  public SharedSimulators(ShutdownSequence process) {
    this.process = process;
  }

  /** Those of a build. A plugin that is loaded twice has two of them. */
  static SharedSimulators of(MavenSession session) {
    return BuildMemory.get(
        session,
        SharedSimulators.class,
        () -> {
          SharedSimulators ours = new SharedSimulators(ShutdownSequence.CURRENT);
          BuildEndListener.of(session.getRequest(), ours::releaseAll);
          return ours;
        });
  }

  /**
   * The simulator of the directory: this build's, else one that runs there already, else a new one.
   *
   * @param keepState whether a new one remembers what an earlier run left there
   * @throws io.github.hybridnet.simulator.SimulatorException when it cannot start
   */
  public synchronized SimulatorUse lease(SimulatorOptions options, boolean keepState) {
    Path directory = key(options.directory());
    SimulatorOrigin simulatorOrigin = SimulatorOrigin.SHARED;
    RunningSimulator ours = started.get(directory);
    if (ours == null) {
      Optional<SimulatorAccess> other = AzureSimulator.running(directory);
      if (other.isPresent()) {
        return new SimulatorUse(other.get(), SimulatorOrigin.FOREIGN, () -> {});
      }
      ours =
          new RunningSimulator(
              keepState ? AzureSimulator.start(options) : AzureSimulator.startEmpty(options),
              process);
      simulatorOrigin = ours.simulator.isNew() ? SimulatorOrigin.EMPTY : SimulatorOrigin.RESUMED;
      started.put(directory, ours);
    } else {
      // Another goal of this build may have deleted them, as "clean" does.
      ours.simulator.putFilesBack();
    }
    ours.users++;
    return new SimulatorUse(ours.simulator.access(), simulatorOrigin, () -> endUse(directory));
  }

  /**
   * As {@link #lease}, and retains the simulator until it is released, at the latest until the
   * build ends.
   */
  synchronized SimulatorUse retain(SimulatorOptions options, boolean keepState) {
    SimulatorUse simulatorUse = lease(options, keepState);
    kept.computeIfAbsent(key(options.directory()), k -> new ArrayDeque<>()).push(simulatorUse);
    return simulatorUse;
  }

  /** Releases the simulator of a directory; to be called as often as it was retained. */
  synchronized ReleaseOutcome release(Path given) {
    Path directory = key(given);
    Deque<SimulatorUse> leases = kept.getOrDefault(directory, new ArrayDeque<>());
    if (leases.isEmpty()) {
      return ReleaseOutcome.NONE_KEPT;
    }
    SimulatorUse simulatorUse = leases.pop();
    simulatorUse.end().run();
    if (simulatorUse.origin() == SimulatorOrigin.FOREIGN) {
      return ReleaseOutcome.FOREIGN;
    }
    return started.containsKey(directory) ? ReleaseOutcome.USED_BY_OTHERS : ReleaseOutcome.ENDED;
  }

  private synchronized void releaseAll() {
    List<SimulatorUse> all = kept.values().stream().flatMap(Deque::stream).toList();
    kept.clear();
    endAll(all);
  }

  /** One that fails to stop does not keep the others. */
  private static void endAll(List<SimulatorUse> leases) {
    SimulatorException first = null;
    for (SimulatorUse simulatorUse : leases) {
      try {
        simulatorUse.end().run();
      } catch (SimulatorException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private synchronized void endUse(Path directory) {
    RunningSimulator ours = started.get(directory);
    if (ours != null && --ours.users == 0) {
      started.remove(directory);
      ours.end();
    }
  }

  private static Path key(Path directory) {
    return directory.toAbsolutePath().normalize();
  }
}
