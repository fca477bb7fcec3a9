package io.github.hybridnet.simulator;

import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.http.HttpsEndpoint;
import io.github.hybridnet.simulator.state.DirectoryLock;
import io.github.hybridnet.simulator.state.PrivateFiles;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * An Azure Resource Manager of your own: starts with {@link #start}, is reached over HTTPS as
 * {@link #access} says, and remembers its state in a directory from one run to the next.
 */
public final class AzureSimulator implements AutoCloseable {
  private final SimulatorDirectory directory;
  private final DirectoryLock lock;
  private final Cloud cloud;
  private final HttpsEndpoint server;
  private final SimulatorAccess access;
  private final Thread hook = new Thread(this::release, "simulator-shutdown");
  private final AtomicBoolean closed = new AtomicBoolean();

  private AzureSimulator(
      SimulatorDirectory directory, DirectoryLock lock, Cloud cloud, HttpsEndpoint server)
      throws IOException {
    this.directory = directory;
    this.lock = lock;
    this.cloud = cloud;
    this.server = server;
    this.access = directory.access(server.uri());
  }

  /**
   * Starts a simulator and returns when it can be reached.
   *
   * @throws SimulatorException with a sentence for the user: the directory belongs to another one,
   *     a file in it is damaged, the port is taken
   */
  public static AzureSimulator start(SimulatorOptions options) {
    return start(
        options, ServiceLoader.load(ResourceModule.class, ResourceModule.class.getClassLoader()));
  }

  /** As {@link #start(SimulatorOptions)}, with the resource types of these modules only. */
  static AzureSimulator start(SimulatorOptions options, Iterable<ResourceModule> modules) {
    check(options);
    SimulatorDirectory directory = new SimulatorDirectory(options.directory());
    try {
      refuseSecond(directory);
      PrivateFiles.directory(directory.path());
      DirectoryLock lock = DirectoryLock.take(directory.path()).orElseThrow(() -> held(directory));
      try {
        directory.removeEndpoint();
        return started(Cloud.prepare(options, directory, modules), directory, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (BindException e) {
      throw new SimulatorException(
          "The simulator cannot listen on port "
              + options.port()
              + ": it is taken. Choose another one, or 0 for any that is free.",
          e);
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator cannot start in "
              + directory.path()
              + ": "
              + e.getMessage()
              + ". Repair or remove what is named there, or choose another directory; removing the"
              + " whole directory makes the simulator forget everything.",
          e);
    }
  }

  /**
   * The simulator that runs in this directory, in this process or another. An {@code endpoint} that
   * one left behind when it was killed is not believed.
   *
   * @throws SimulatorException if the directory's credentials are damaged
   */
  public static Optional<SimulatorAccess> running(Path directory) {
    try {
      return new Attachment(directory).find();
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator's directory " + directory + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /** How to reach this simulator. */
  public SimulatorAccess access() {
    return access;
  }

  /** Saves the state, removes {@code endpoint}, frees port and directory. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the hook runs, or this is it.
    }
    release();
  }

  private void release() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    try (lock) {
      try (server) {
        directory.removeEndpoint();
      } finally {
        cloud.close();
      }
    } catch (IOException e) {
      throw new SimulatorException(
          "The simulator could not save its state in "
              + directory.path()
              + ": "
              + e.getMessage()
              + ".",
          e);
    }
  }

  private static AzureSimulator started(
      Cloud cloud, SimulatorDirectory directory, DirectoryLock lock) throws IOException {
    HttpsEndpoint server = null;
    try {
      server = cloud.serve();
      AzureSimulator simulator = new AzureSimulator(directory, lock, cloud, server);
      directory.writeEndpoint(server.uri());
      Runtime.getRuntime().addShutdownHook(simulator.hook);
      return simulator;
    } catch (IOException | RuntimeException e) {
      if (server != null) {
        server.close();
      }
      cloud.close();
      throw e;
    }
  }

  private static void refuseSecond(SimulatorDirectory directory) throws IOException {
    Optional<SimulatorAccess> other = new Attachment(directory.path()).find();
    if (other.isPresent()) {
      throw held(directory);
    }
  }

  private static SimulatorException held(SimulatorDirectory directory) {
    String owner = "another process";
    String at = "";
    try {
      owner = DirectoryLock.owner(directory.path()).orElse(owner);
      at = directory.endpoint().map(uri -> " It serves " + uri + ".").orElse("");
    } catch (IOException e) {
      // The sentence is true without them.
    }
    return new SimulatorException(
        "A simulator already runs in "
            + directory.path()
            + ", in "
            + owner
            + "."
            + at
            + " Use that one, stop it, or choose another directory.");
  }

  private static void check(SimulatorOptions options) {
    if (options.port() < 0 || options.port() > 65_535) {
      throw new SimulatorException(
          "The simulator's port must be from 0 to 65535, not " + options.port() + ".");
    }
    if (!(options.speed() > 0 && options.speed() <= 1e6)) {
      throw new SimulatorException(
          "The simulator's speed must be above 0 and at most 1000000, not "
              + options.speed()
              + ".");
    }
  }
}
