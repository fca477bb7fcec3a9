package io.github.hybridnet.maven.setup;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorCredentials;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.List;

/**
 * The cloud of a simulator that runs in a directory, or is started there for as long as goals of
 * this build need it.
 */
final class SimulatedCloud {
  private final SimulatorOptions options;
  private final SharedSimulators simulators;

  SimulatedCloud(SimulatorOptions options, SharedSimulators simulators) {
    this.options = options;
    this.simulators = simulators;
  }

  OpenCloud open() {
    try {
      SharedSimulators.Lease lease = simulators.lease(options, true);
      try {
        return signIn(lease);
      } catch (RuntimeException e) {
        lease.end().run();
        throw e;
      }
    } catch (SimulatorException e) {
      throw SetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }

  /** Signs in with the simulator's own credentials; the user's are never shown to it. */
  private static OpenCloud signIn(SharedSimulators.Lease lease) {
    SimulatorAccess access = lease.access();
    SimulatorCredentials credentials = access.credentials();
    String source = "the simulator's credentials.json";
    CloudSettings where =
        new CloudSettings(
            new CloudTarget.Endpoint(access.endpoint()),
            "hybridnet.cloud=simulator",
            access.caCertificate(),
            new Sourced(credentials.subscriptionId(), source),
            new Sourced(credentials.tenantId(), source));
    SignIn who =
        new SignIn.ServicePrincipal(
            credentials.clientId(),
            Secret.of(credentials.clientSecret(), Secret.Source.FILE),
            credentials.tenantId(),
            source);
    AzureSession session = AzureSession.open(where, who, null, AzureSession.Time.real());
    SessionCloud.Beside beside =
        new SessionCloud.Beside(
            List.of(note(lease)),
            circuit -> deprovision(access, circuit),
            lease.end(),
            network -> DrillPace.begin(access.admin(), network));
    return new SessionCloud("simulator", session, beside);
  }

  /** The simulated provider cannot guess what a customer would tell a real one by telephone. */
  private static void deprovision(SimulatorAccess access, ResourceKey circuit) {
    String call =
        "circuits/" + circuit.name() + "/provider?resourceGroup=" + circuit.resourceGroup();
    try {
      access.admin().send("POST", call, "{\"state\":\"Deprovisioning\"}");
    } catch (SimulatorException e) {
      // The wait that follows tells what the provider does.
      return;
    }
  }

  /** Somebody who expects a network there must see that this is another, empty simulator. */
  private static String note(SharedSimulators.Lease lease) {
    Path directory = lease.access().directory();
    return "Simulator:    "
        + switch (lease.origin()) {
          case EMPTY -> "none was running in " + directory + "; a new, empty one was started";
          case RESUMED -> "started with the state that was saved in " + directory;
          case SHARED -> "started earlier by this build, in " + directory;
          case FOREIGN -> "running already, in " + directory;
        };
  }
}
