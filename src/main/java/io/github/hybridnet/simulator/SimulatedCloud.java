package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.arm.BehaviourOptions;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.ResourceModule;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.endpoint.ArmHandler;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.error.TokenRefusals;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.HttpsEndpoint;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.SimulatorThreadFactory;
import io.github.hybridnet.simulator.http.tls.PendingTlsContext;
import io.github.hybridnet.simulator.http.tls.ServerCertificates;
import io.github.hybridnet.simulator.identity.AccessTokens;
import io.github.hybridnet.simulator.identity.MetadataEndpoint;
import io.github.hybridnet.simulator.identity.ServicePrincipal;
import io.github.hybridnet.simulator.identity.TokenEndpoint;
import io.github.hybridnet.simulator.keyvault.KeyVaultHandler;
import io.github.hybridnet.simulator.keyvault.VaultSecrets;
import io.github.hybridnet.simulator.state.BrokenFileException;
import io.github.hybridnet.simulator.state.SecretCipher;
import io.github.hybridnet.simulator.state.SecretFields;
import io.github.hybridnet.simulator.state.StateFile;
import io.github.hybridnet.simulator.state.StateWriter;
import io.github.hybridnet.simulator.variant.VariantSelection;
import io.github.hybridnet.simulator.variant.answer.AnswerVariants;
import io.github.hybridnet.simulator.variant.answer.ReadOnlyRefusal;
import io.github.hybridnet.simulator.variant.answer.RequestThrottle;
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

/** Puts the parts of a simulator together: the cloud, its clock, its secrets and its state. */
final class SimulatedCloud {
  private static final long TICK_MILLIS = 20;
  private static final long LOOK_MILLIS = 500;
  private static final System.Logger LOG = System.getLogger(SimulatedCloud.class.getName());

  private final SimulatorOptions options;
  private final DurationTable durationTable;
  private final SimulatorCredentials credentials;
  private final SecretCipher box;
  private final InetAddress address;
  private final PendingTlsContext tls;
  private final SimulatedClock clock;
  private final boolean fresh;
  private final SimulationEngine simulationEngine;
  private final VaultSecrets vaultSecrets;
  private final StateWriter writer;
  private final AdminState adminState;
  private volatile @Nullable DirectoryRestorer files;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(SimulatorThreadFactory.named("simulator-timer"));

  /**
   * What guards the cloud.
   *
   * @param box encrypts its secrets
   * @param address where it listens
   * @param tls its certificate, which may not be ready yet
   */
  private record ServerSecurity(SecretCipher box, InetAddress address, PendingTlsContext tls) {

    static ServerSecurity begin(SimulatorOptions options, SimulatorDirectory directory)
        throws IOException {
      SecretCipher box = box(directory);
      InetAddress address = InetAddress.getByName(options.tuning().address());
      String password = HexFormat.of().formatHex(box.derive("key store"));
      ServerCertificates serverCertificates =
          new ServerCertificates(directory.path(), address, password.toCharArray());
      Instant now = InstantSource.system().instant();
      return new ServerSecurity(box, address, PendingTlsContext.begin(serverCertificates, now));
    }

    /** A new key beside a state that an earlier one encrypted would only hide what is missing. */
    private static SecretCipher box(SimulatorDirectory directory) throws IOException {
      Path key = directory.file("state.key");
      if (Files.notExists(key) && Files.exists(directory.file("state.json"))) {
        throw new BrokenFileException(key, "it is missing, and state.json was encrypted with it");
      }
      return SecretCipher.keyIn(key);
    }
  }

  private SimulatedCloud(
      SimulatorOptions options,
      SimulatorDirectory directory,
      ServerSecurity serverSecurity,
      ModuleRegistrations moduleRegistrations)
      throws IOException {
    this.options = options;
    this.durationTable = DurationSource.read(options.tuning().timing());
    this.credentials = directory.credentials();
    this.box = serverSecurity.box();
    this.address = serverSecurity.address();
    this.tls = serverSecurity.tls();
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
      this.simulationEngine = engine(moduleRegistrations, state);
      this.vaultSecrets =
          state == null ? new VaultSecrets() : VaultSecrets.fromJson(state.required("secrets"));
    } catch (RuntimeException e) {
      if (state == null) {
        throw e;
      }
      throw new BrokenFileException(file, "it is damaged");
    }
    this.writer = new StateWriter(stateFile, this::snapshot, timer, this::hasFiles);
    this.adminState = new AdminState(clock, durationTable, simulationEngine);
  }

  /** Reads the stored state, and applies what was due in the meantime. */
  static SimulatedCloud prepare(
      SimulatorOptions options, SimulatorDirectory directory, Iterable<ResourceModule> modules)
      throws IOException {
    ServerSecurity serverSecurity = ServerSecurity.begin(options, directory);
    SimulatedCloud simulatedCloud = null;
    try {
      simulatedCloud =
          new SimulatedCloud(options, directory, serverSecurity, ModuleRegistrations.of(modules));
      simulatedCloud.adminState.begin(options.tuning().faults());
      simulatedCloud.begin(directory.file("state.json"));
    } catch (IOException | RuntimeException e) {
      if (simulatedCloud != null) {
        simulatedCloud.simulationEngine.close();
      }
      serverSecurity.tls().awaitEnd();
      throw e;
    }
    simulatedCloud.simulationEngine.onChange(simulatedCloud.writer::changed);
    simulatedCloud.vaultSecrets.onChange(simulatedCloud.writer::changed);
    simulatedCloud.timer.scheduleWithFixedDelay(
        simulatedCloud::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    return simulatedCloud;
  }

  /** A state may be damaged in a way that is seen only when it is used. */
  private void begin(Path file) throws IOException {
    boolean isKept = Files.exists(file);
    try {
      simulationEngine.settle();
      rehearseEnd();
      simulationEngine.begin();
    } catch (RuntimeException e) {
      if (!isKept) {
        throw e;
      }
      throw new BrokenFileException(file, "it is damaged");
    }
  }

  /**
   * Loads every class that closing needs, by closing what has not begun. When the process ends,
   * Maven has already closed the plugin's class loader.
   */
  private void rehearseEnd() throws IOException {
    simulationEngine.close();
    writer.write();
    writer.write();
  }

  /** Whether it began empty. */
  boolean isNew() {
    return fresh;
  }

  /** Begins to serve requests. */
  HttpsEndpoint serve() throws IOException {
    boolean loopback = address.isLoopbackAddress();
    InstantSource wall = options.tuning().timing().wall();
    AccessTokens accessTokens = new AccessTokens(box.derive("tokens"), wall);
    Predicate<ServerRequest> authorised =
        serverRequest ->
            serverRequest
                .bearer()
                .filter(token -> loopback || accessTokens.valid(token))
                .isPresent();
    String tenant = credentials.tenantId();
    ServicePrincipal principal =
        new ServicePrincipal(tenant, credentials.clientId(), credentials.clientSecret());
    RequestRouter.Handlers handlers =
        new RequestRouter.Handlers(
            new MetadataEndpoint(tenant),
            new TokenEndpoint(principal, accessTokens, loopback, wall),
            new KeyVaultHandler(vaultSecrets, tenant, authorised, clock::now),
            new RequestThrottle(
                simulationEngine,
                clock,
                new AnswerVariants(
                    simulationEngine,
                    simulationEngine.variants(),
                    clock::now,
                    new ReadOnlyRefusal(simulationEngine, new ArmHandler(simulationEngine)))),
            new TokenRefusals(tenant));
    return HttpsEndpoint.serve(
        new InetSocketAddress(address, options.port()),
        tls.get(),
        new RequestRouter(
            handlers,
            adminState.administration(handlers, credentials, new StateCalls(remembered())),
            authorised,
            clock));
  }

  private SimulatorState remembered() {
    return new SimulatorState(
        simulationEngine,
        vaultSecrets,
        this::seed,
        () -> adminState.begin(options.tuning().faults()));
  }

  /** Begins to check the files from time to time. */
  void keep(DirectoryRestorer kept) {
    files = kept;
    timer.scheduleWithFixedDelay(
        this::lookAfterFiles, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /**
   * Restores files that somebody deleted, and the state with them.
   *
   * @throws SimulatorException if somebody else uses the directory now
   */
  void putFilesBack() throws IOException {
    DirectoryRestorer kept = files;
    if (kept != null && kept.putBack()) {
      writer.write();
    }
  }

  private void lookAfterFiles() {
    DirectoryRestorer kept = files;
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
    DirectoryRestorer kept = files;
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
      simulationEngine.close();
    } finally {
      writer.write();
    }
  }

  private SimulationEngine engine(
      ModuleRegistrations moduleRegistrations, @Nullable ObjectNode state) {
    SimulationContext simulationContext =
        new SimulationContext(
            clock,
            durationTable,
            new BehaviourOptions(
                options.provider() == ProviderMode.AUTO,
                options.retirements(),
                new VariantSelection(VariantSource.read(options.tuning().variants()))),
            new SimulationContext.Account(credentials.tenantId(), credentials.subscriptionId()));
    if (state != null) {
      return SimulationEngine.restored(
          ArmHandler.ROUTER, moduleRegistrations, simulationContext, state.required("cloud"));
    }
    return SimulationEngine.empty(
        ArmHandler.ROUTER, moduleRegistrations, simulationContext, seed());
  }

  private long seed() {
    return options.tuning().seed().orElseGet(() -> new SecureRandom().nextLong());
  }

  private ObjectNode snapshot() {
    ObjectNode state = JsonCodec.object();
    state.set("clock", clock.toJson());
    state.set("cloud", simulationEngine.snapshot());
    state.set("secrets", vaultSecrets.toJson());
    return state;
  }

  private void tick() {
    try {
      simulationEngine.settle();
    } catch (RuntimeException | Error e) {
      // Also an error: what is thrown here would end the timer for good.
      LOG.log(System.Logger.Level.WARNING, "The simulator's timer failed", e);
    }
  }
}
