package io.github.hybridnet.maven.setup;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorCredentials;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;

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
        return signIn(lease.access(), lease.end());
      } catch (RuntimeException e) {
        lease.end().run();
        throw e;
      }
    } catch (SimulatorException e) {
      throw SetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }

  /** Signs in with the simulator's own credentials; the user's are never shown to it. */
  private OpenCloud signIn(SimulatorAccess access, Runnable afterwards) {
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
    AzureSession session = AzureSession.open(where, who, null, AzureSession.Time.REAL);
    return new SessionCloud("simulator", session, afterwards);
  }
}
