package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.http.HttpsEndpoint;
import io.github.hybridnet.simulator.state.DirectoryLock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An Azure Resource Manager for tests. {@link #start} starts it, {@link #access} says how to reach
 * it over HTTPS, and {@link #admin} controls it. In a directory of yours it keeps its state from
 * one run to the next. Without one it leaves nothing behind.
 */
public final class AzureSimulator implements AutoCloseable {
  private final SimulatorDirectory directory;
  private final DirectoryLock lock;
  private final SimulatedCloud simulatedCloud;
  private final HttpsEndpoint server;
  private final SimulatorAccess access;
  private final Thread hook = new Thread(this::release, "simulator-shutdown");
  private boolean closed;
  private volatile @Nullable Path disposable;
  private @Nullable SimulatorAdmin admin;

  private AzureSimulator(
      SimulatorDirectory directory,
      DirectoryLock lock,
      SimulatedCloud simulatedCloud,
      HttpsEndpoint server)
      throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.simulatedCloud = simulatedCloud;
    this.server = server;
    this.access = directory.access(server.uri());
  }

  /**
   * Starts a simulator with the defaults in a temporary directory, which is deleted when it is
   * closed.
   */
  public static AzureSimulator start() {
    return start(UnaryOperator.identity());
  }

  /**
   * Starts a simulator in a temporary directory, which is deleted when it is closed.
   *
   * @param choices changes the defaults, as {@code options -> options.withSpeed(1000)}
   */
  public static AzureSimulator start(UnaryOperator<SimulatorOptions> choices) {
    try {
      Path directory = TemporaryDirectory.create();
      AzureSimulator simulator = null;
      try {
        simulator = start(choices.apply(SimulatorOptions.in(directory)));
        simulator.disposable = directory;
        TemporaryDirectory.remember(simulator.directory.path());
        return simulator;
      } finally {
        if (simulator == null) {
          TemporaryDirectory.delete(directory);
        }
      }
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator has no temporary directory to start in: " + StartProblems.why(e) + ".", e);
    }
  }

  /**
   * Starts a simulator and returns when it can be reached.
   *
   * @throws SimulatorException with a sentence for the user: the directory belongs to another one,
   *     a file in it is damaged, the port is taken
   */
  public static AzureSimulator start(SimulatorOptions options) {
    DurationSource.refuseUnknown(options.tuning().timing());
    return start(options, everything(), false);
  }

  /**
   * As {@link #start(SimulatorOptions)}, but deletes the state of an earlier simulator first.
   * Credentials and certificates stay.
   */
  public static AzureSimulator startEmpty(SimulatorOptions options) {
    DurationSource.refuseUnknown(options.tuning().timing());
    return start(options, everything(), true);
  }

  /** As {@link #start(SimulatorOptions)}, with the resource types of these modules only. */
  static AzureSimulator start(SimulatorOptions options, Iterable<ResourceModule> modules) {
    return start(options, modules, false);
  }

  private static Iterable<ResourceModule> everything() {
    return ServiceLoader.load(ResourceModule.class, ResourceModule.class.getClassLoader());
  }

  private static AzureSimulator start(
      SimulatorOptions options, Iterable<ResourceModule> modules, boolean empty) {
    StartProblems.check(options);
    SimulatorDirectory directory = new SimulatorDirectory(options.directory());
    try {
      refuseSecond(directory);
      directory.claim();
      DirectoryLock lock =
          DirectoryLock.take(directory.path()).orElseThrow(() -> StartProblems.held(directory));
      try {
        directory.removeEndpoint();
        if (empty) {
          directory.forgetState();
        }
        return started(SimulatedCloud.prepare(options, directory, modules), directory, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw StartProblems.failed(options, directory, e);
    }
  }

  /**
   * The simulator that runs in this directory, in this process or another. It ignores an {@code
   * endpoint} file that a killed simulator left behind.
   *
   * @throws SimulatorException if the directory's credentials are damaged, or one runs there and
   *     does not answer
   */
  public static Optional<SimulatorAccess> running(Path directory) {
    try {
      return new RunningSimulatorFinder(directory).find();
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator's directory '"
              + directory
              + "' cannot be read: "
              + StartProblems.why(e)
              + ".",
          e);
    }
  }

  /**
   * Restores files of its directory that somebody deleted, as {@code mvn clean} does. The simulator
   * also does this by itself, but not at once.
   *
   * @throws SimulatorException if somebody else uses the directory now
   */
  public void putFilesBack() {
    try {
      simulatedCloud.putFilesBack();
    } catch (IOException e) {
      throw StartProblems.failed(directory, e);
    }
  }

  /** How to reach this simulator. */
  public SimulatorAccess access() {
    return access;
  }

  /** Whether nothing of an earlier run was in its directory when it started. */
  public boolean isNew() {
    return simulatedCloud.isNew();
  }

  /** Its address, without a slash at the end. */
  public URI endpoint() {
    return access.endpoint();
  }

  /** The calls by which a test controls it. */
  public synchronized SimulatorAdmin admin() {
    if (admin == null) {
      admin = access.admin();
    }
    return admin;
  }

  /**
   * Leaves closing to the caller: the end of the process does not close it any more. For callers
   * that need it until something else has ended.
   */
  public AzureSimulator endedByItsOwner() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, or this is it.
    }
    return this;
  }

  /** Saves the state, removes {@code endpoint}, frees port and directory. */
  @Override
  public void close() {
    endedByItsOwner().release();
  }

  /**
   * A second caller waits for the first, because classes must stay loaded until everything is
   * saved.
   */
  private synchronized void release() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      end();
      if (disposable != null) {
        TemporaryDirectory.delete(disposable);
      }
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator could not save its state in the directory '"
              + directory.path()
              + "': "
              + StartProblems.why(e)
              + ".",
          e);
    }
  }

  private void end() throws IOException {
    try (lock) {
      try (server) {
        simulatedCloud.putFilesBack();
        directory.removeEndpoint();
      } finally {
        simulatedCloud.close();
      }
    }
  }

  private static AzureSimulator started(
      SimulatedCloud simulatedCloud, SimulatorDirectory directory, DirectoryLock lock)
      throws IOException {
    HttpsEndpoint server = null;
    try {
      server = simulatedCloud.serve();
      AzureSimulator simulator = new AzureSimulator(directory, lock, simulatedCloud, server);
      simulator.endsWithTheProcess();
      directory.writeEndpoint(simulator.access);
      simulatedCloud.keep(new DirectoryRestorer(directory, lock));
      return simulator;
    } catch (IOException | RuntimeException e) {
      if (server != null) {
        server.close();
      }
      simulatedCloud.close();
      throw e;
    }
  }

  private void endsWithTheProcess() {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      throw new SimulatorException("The simulator cannot start: this process is ending.", e);
    }
  }

  private static void refuseSecond(SimulatorDirectory directory) throws IOException {
    Optional<SimulatorAccess> other = new RunningSimulatorFinder(directory.path()).find();
    if (other.isPresent()) {
      throw StartProblems.held(directory);
    }
  }
}
