package io.github.hybridnet.maven.setup;

import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;

/**
 * The simulators that one build started. Goals that run at the same time, as under {@code -T},
 * share the one of their directory; it ends with the last of them.
 */
final class SharedSimulators {
  private final Map<Path, Running> started = new HashMap<>();

  private static final class Running {
    private final AzureSimulator simulator;
    private int users;

    Running(AzureSimulator simulator) {
      this.simulator = simulator;
    }
  }

  /**
   * A simulator in use.
   *
   * @param access how to reach it
   * @param end to be run once, when it is not needed any more
   */
  record Lease(SimulatorAccess access, Runnable end) {}

  /** Those of a build. A plugin that is loaded twice has two of them. */
  static SharedSimulators of(MavenSession session) {
    Map<String, Object> data = session.getRequest().getData();
    String key = SharedSimulators.class.getName() + "@" + SharedSimulators.class.hashCode();
    synchronized (data) {
      return (SharedSimulators) data.computeIfAbsent(key, k -> new SharedSimulators());
    }
  }

  /**
   * The simulator of the directory: this build's, else one that runs there already, else a new one.
   *
   * @throws io.github.hybridnet.simulator.SimulatorException when it cannot start
   */
  synchronized Lease lease(SimulatorRequest request) {
    Path directory = request.directory().toAbsolutePath().normalize();
    Running ours = started.get(directory);
    if (ours == null) {
      Optional<SimulatorAccess> other = AzureSimulator.running(directory);
      if (other.isPresent()) {
        return new Lease(other.get(), () -> {});
      }
      ours = new Running(AzureSimulator.start(Simulators.options(request)));
      started.put(directory, ours);
    }
    ours.users++;
    return new Lease(ours.simulator.access(), () -> release(directory));
  }

  private synchronized void release(Path directory) {
    Running ours = started.get(directory);
    if (ours != null && --ours.users == 0) {
      started.remove(directory);
      ours.simulator.close();
    }
  }
}
