package io.github.hybridnet.maven.setup;

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
 * share the one of their directory; it ends with the last of them. What {@code start-simulator}
 * keeps counts as one of them until it is let go.
 */
final class SharedSimulators {
  private final Map<Path, Running> started = new HashMap<>();
  private final Map<Path, Deque<Lease>> kept = new HashMap<>();
  private final EndOfProcess process;

  private static final class Running {
    private final AzureSimulator simulator;
    private final Runnable outlived;
    private int users;

    /** The goals of this process must have left before it ends. */
    Running(AzureSimulator simulator, EndOfProcess process) {
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

  /** Whose simulator it is. */
  enum Origin {
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
   * @param origin whose it is
   * @param end to be run once, when it is not needed any more
   */
  record Lease(SimulatorAccess access, Origin origin, Runnable end) {}

  /** What came of letting a simulator go. */
  enum Farewell {
    ENDED,
    USED_BY_OTHERS,
    FOREIGN,
    NONE_KEPT
  }

  SharedSimulators(EndOfProcess process) {
    this.process = process;
  }

  /** Those of a build. A plugin that is loaded twice has two of them. */
  static SharedSimulators of(MavenSession session) {
    Map<String, Object> data = session.getRequest().getData();
    String key = SharedSimulators.class.getName() + "@" + SharedSimulators.class.hashCode();
    synchronized (data) {
      return (SharedSimulators)
          data.computeIfAbsent(
              key,
              k -> {
                SharedSimulators ours = new SharedSimulators(EndOfProcess.CURRENT);
                EndOfBuild.of(session.getRequest(), ours::letAllGo);
                return ours;
              });
    }
  }

  /**
   * The simulator of the directory: this build's, else one that runs there already, else a new one.
   *
   * @param keepState whether a new one remembers what an earlier run left there
   * @throws io.github.hybridnet.simulator.SimulatorException when it cannot start
   */
  synchronized Lease lease(SimulatorOptions options, boolean keepState) {
    Path directory = key(options.directory());
    Origin origin = Origin.SHARED;
    Running ours = started.get(directory);
    if (ours == null) {
      Optional<SimulatorAccess> other = AzureSimulator.running(directory);
      if (other.isPresent()) {
        return new Lease(other.get(), Origin.FOREIGN, () -> {});
      }
      ours =
          new Running(
              keepState ? AzureSimulator.start(options) : AzureSimulator.startEmpty(options),
              process);
      origin = ours.simulator.isNew() ? Origin.EMPTY : Origin.RESUMED;
      started.put(directory, ours);
    } else {
      // Another goal of this build may have deleted them, as "clean" does.
      ours.simulator.putFilesBack();
    }
    ours.users++;
    return new Lease(ours.simulator.access(), origin, () -> release(directory));
  }

  /** As {@link #lease}, and keeps it until it is let go, at the latest until the build ends. */
  synchronized Lease keep(SimulatorOptions options, boolean keepState) {
    Lease lease = lease(options, keepState);
    kept.computeIfAbsent(key(options.directory()), k -> new ArrayDeque<>()).push(lease);
    return lease;
  }

  /** Lets go of the simulator of the directory once: as often as it was kept. */
  synchronized Farewell letGo(Path given) {
    Path directory = key(given);
    Deque<Lease> leases = kept.getOrDefault(directory, new ArrayDeque<>());
    if (leases.isEmpty()) {
      return Farewell.NONE_KEPT;
    }
    Lease lease = leases.pop();
    lease.end().run();
    if (lease.origin() == Origin.FOREIGN) {
      return Farewell.FOREIGN;
    }
    return started.containsKey(directory) ? Farewell.USED_BY_OTHERS : Farewell.ENDED;
  }

  private synchronized void letAllGo() {
    List<Lease> all = kept.values().stream().flatMap(Deque::stream).toList();
    kept.clear();
    endAll(all);
  }

  /** One that cannot end in peace does not keep the others. */
  private static void endAll(List<Lease> leases) {
    SimulatorException first = null;
    for (Lease lease : leases) {
      try {
        lease.end().run();
      } catch (SimulatorException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private synchronized void release(Path directory) {
    Running ours = started.get(directory);
    if (ours != null && --ours.users == 0) {
      started.remove(directory);
      ours.end();
    }
  }

  private static Path key(Path directory) {
    return directory.toAbsolutePath().normalize();
  }
}
