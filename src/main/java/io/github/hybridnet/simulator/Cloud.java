package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.arm.ArmHandler;
import io.github.hybridnet.simulator.arm.Behaviour;
import io.github.hybridnet.simulator.arm.Durations;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.arm.Registrations;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.Setting;
import io.github.hybridnet.simulator.arm.TokenRefusals;
import io.github.hybridnet.simulator.http.Certificates;
import io.github.hybridnet.simulator.http.HttpsEndpoint;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.PendingContext;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.identity.CloudMetadata;
import io.github.hybridnet.simulator.identity.ServicePrincipal;
import io.github.hybridnet.simulator.identity.SignIn;
import io.github.hybridnet.simulator.identity.Tokens;
import io.github.hybridnet.simulator.keyvault.KeyVaultHandler;
import io.github.hybridnet.simulator.keyvault.Secrets;
import io.github.hybridnet.simulator.state.BrokenFileException;
import io.github.hybridnet.simulator.state.SecretBox;
import io.github.hybridnet.simulator.state.SecretFields;
import io.github.hybridnet.simulator.state.SimulatedClock;
import io.github.hybridnet.simulator.state.StateFile;
import io.github.hybridnet.simulator.state.StateWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Everything behind the door, put together: the cloud, its clock, its secrets and its state. */
final class Cloud {
  private static final long TICK_MILLIS = 20;
  private static final long LOOK_MILLIS = 500;
  private static final System.Logger LOG = System.getLogger(Cloud.class.getName());

  private final SimulatorOptions options;
  private final Durations durations;
  private final SimulatorCredentials credentials;
  private final SecretBox box;
  private final InetAddress address;
  private final PendingContext tls;
  private final SimulatedClock clock;
  private final boolean fresh;
  private final Engine engine;
  private final Secrets secrets;
  private final StateWriter writer;
  private final Backstage backstage;
  private volatile @Nullable KeptFiles files;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "simulator-timer");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * What guards the cloud.
   *
   * @param box encrypts its secrets
   * @param address where it listens
   * @param tls its certificate, which may still be in the making
   */
  private record Guard(SecretBox box, InetAddress address, PendingContext tls) {

    static Guard begin(SimulatorOptions options, SimulatorDirectory directory) throws IOException {
      SecretBox box = box(directory);
      InetAddress address = InetAddress.getByName(options.tuning().address());
      String password = HexFormat.of().formatHex(box.derive("key store"));
      Certificates certificates =
          new Certificates(directory.path(), address, password.toCharArray());
      Instant now = InstantSource.system().instant();
      return new Guard(box, address, PendingContext.begin(certificates, now));
    }

    /** A new key beside a state that an earlier one encrypted would only hide what is missing. */
    private static SecretBox box(SimulatorDirectory directory) throws IOException {
      Path key = directory.file("state.key");
      if (Files.notExists(key) && Files.exists(directory.file("state.json"))) {
        throw new BrokenFileException(key, "it is missing, and state.json was encrypted with it");
      }
      return SecretBox.keyIn(key);
    }
  }

  private Cloud(
      SimulatorOptions options,
      SimulatorDirectory directory,
      Guard guard,
      Registrations registrations)
      throws IOException {
    this.options = options;
    this.durations = DurationSource.read(options.tuning().timing());
    this.credentials = directory.credentials();
    this.box = guard.box();
    this.address = guard.address();
    this.tls = guard.tls();
    Path file = directory.file("state.json");
    StateFile stateFile = new StateFile(file, new SecretFields(box));
    ObjectNode state = stateFile.load().orElse(null);
    this.fresh = state == null;
    InstantSource wall = options.tuning().timing().wall();
    try {
      this.clock =
          state == null
              ? SimulatedClock.starting(wall, options.speed())
              : SimulatedClock.resuming(state.required("clock"), wall, options.speed());
      if (options.tuning().timing().manualClock()) {
        clock.stop();
      }
      this.engine = engine(registrations, state);
      this.secrets = state == null ? new Secrets() : Secrets.fromJson(state.required("secrets"));
    } catch (RuntimeException e) {
      if (state == null) {
        throw e;
      }
      throw new BrokenFileException(file, "it is damaged");
    }
    this.writer = new StateWriter(stateFile, this::snapshot, timer, this::hasFiles);
    this.backstage = new Backstage(clock, durations, engine);
  }

  /** Reads what the directory remembers, and lets happen what was due in the meantime. */
  static Cloud prepare(
      SimulatorOptions options, SimulatorDirectory directory, Iterable<ResourceModule> modules)
      throws IOException {
    Guard guard = Guard.begin(options, directory);
    Cloud cloud = null;
    try {
      cloud = new Cloud(options, directory, guard, Registrations.of(modules));
      cloud.backstage.begin(options.tuning().faults());
      cloud.begin(directory.file("state.json"));
    } catch (IOException | RuntimeException e) {
      if (cloud != null) {
        cloud.engine.close();
      }
      guard.tls().awaitEnd();
      throw e;
    }
    cloud.engine.onChange(cloud.writer::changed);
    cloud.secrets.onChange(cloud.writer::changed);
    cloud.timer.scheduleWithFixedDelay(
        cloud::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return cloud;
  }

  /** A state may be damaged in a way that is seen only when it is used. */
  private void begin(Path file) throws IOException {
    boolean isKept = Files.exists(file);
    try {
      engine.settle();
      rehearseEnd();
      engine.begin();
    } catch (RuntimeException e) {
      if (!isKept) {
        throw e;
      }
      throw new BrokenFileException(file, "it is damaged");
    }
  }

  /**
   * Ends what has not begun, so that every class is loaded which the end needs: when the process is
   * ending, Maven has closed the plugin's class loader.
   */
  private void rehearseEnd() throws IOException {
    engine.close();
    writer.write();
    writer.write();
  }

  /** Whether it began empty. */
  boolean isNew() {
    return fresh;
  }

  /** Opens the door. */
  HttpsEndpoint serve() throws IOException {
    boolean loopback = address.isLoopbackAddress();
    InstantSource wall = options.tuning().timing().wall();
    Tokens tokens = new Tokens(box.derive("tokens"), wall);
    Predicate<Request> authorised =
        request -> request.bearer().filter(token -> loopback || tokens.valid(token)).isPresent();
    String tenant = credentials.tenantId();
    ServicePrincipal principal =
        new ServicePrincipal(tenant, credentials.clientId(), credentials.clientSecret());
    FrontDoor.Houses houses =
        new FrontDoor.Houses(
            new CloudMetadata(tenant),
            new SignIn(principal, tokens, loopback, wall),
            new KeyVaultHandler(secrets, tenant, authorised, clock::now),
            new ArmHandler(engine),
            new TokenRefusals(tenant));
    return HttpsEndpoint.serve(
        new InetSocketAddress(address, options.port()),
        tls.get(),
        new FrontDoor(
            houses,
            backstage.administration(houses, credentials, new StateCalls(remembered())),
            authorised,
            clock));
  }

  private Remembered remembered() {
    return new Remembered(
        engine, secrets, this::seed, () -> backstage.begin(options.tuning().faults()));
  }

  /** Looks after the files from now on. */
  void keep(KeptFiles kept) {
    files = kept;
    timer.scheduleWithFixedDelay(
        this::lookAfterFiles, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Puts files back that somebody deleted, and the state with them.
   *
   * @throws SimulatorException if somebody else uses the directory now
   */
  void putFilesBack() throws IOException {
    KeptFiles kept = files;
    if (kept != null && kept.putBack()) {
      writer.write();
    }
  }

  private void lookAfterFiles() {
    KeptFiles kept = files;
    try {
      if (kept != null && kept.look()) {
        writer.write();
      }
    } catch (IOException | RuntimeException e) {
      // It goes on without its files, and tries again.
      LOG.log(System.Logger.Level.DEBUG, "The simulator's files cannot be put back", e);
    }
  }

  private boolean hasFiles() {
    KeptFiles kept = files;
    try {
      return kept == null || kept.areHere();
    } catch (IOException e) {
      return false;
    }
  }

  /** Saves the state for the last time. */
  void close() throws IOException {
    timer.shutdown();
    try {
      timer.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      engine.close();
    } finally {
      writer.write();
    }
  }

  private Engine engine(Registrations registrations, @Nullable ObjectNode state) {
    Setting setting =
        new Setting(
            clock,
            durations,
            new Behaviour(options.provider() == ProviderMode.AUTO, options.retirements()),
            new Setting.Account(credentials.tenantId(), credentials.subscriptionId()));
    if (state != null) {
      return Engine.restored(registrations, setting, state.required("cloud"));
    }
    return Engine.empty(registrations, setting, seed());
  }

  private long seed() {
    return options.tuning().seed().orElseGet(() -> new SecureRandom().nextLong());
  }

  private ObjectNode snapshot() {
    ObjectNode state = Json.object();
    state.set("clock", clock.toJson());
    state.set("cloud", engine.snapshot());
    state.set("secrets", secrets.toJson());
    return state;
  }

  private void tick() {
    try {
      engine.settle();
    } catch (RuntimeException | Error e) {
      // Also an error: what is thrown here would end the timer for good.
      LOG.log(System.Logger.Level.WARNING, "The simulator's timer failed", e);
    }
  }
}
