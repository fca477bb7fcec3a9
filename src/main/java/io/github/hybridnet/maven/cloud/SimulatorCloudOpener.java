package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorCredentials;
import io.github.hybridnet.simulator.SimulatorException;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cloud of a simulator that runs in a directory, or is started there for as long as goals of
 * this build need it.
 */
final class SimulatorCloudOpener {
  private final SimulatorOptions options;
  private final SharedSimulators simulators;

  SimulatorCloudOpener(SimulatorOptions options, SharedSimulators simulators) {
    this.options = options;
    this.simulators = simulators;
  }

  /** Signs in; the listener hears what is said to the simulator. */
  CloudSession open(TrafficListener listener) {
    try {
      SharedSimulators.SimulatorUse simulatorUse = simulators.lease(options, true);
      try {
        return signIn(simulatorUse, listener);
      } catch (RuntimeException e) {
        simulatorUse.end().run();
        throw e;
      }
    } catch (SimulatorException e) {
      throw CloudSetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }

  /** Signs in with the simulator's own credentials; the user's are never shown to it. */
  private static CloudSession signIn(
      SharedSimulators.SimulatorUse simulatorUse, TrafficListener listener) {
    SimulatorAccess access = simulatorUse.access();
    SimulatorCredentials credentials = access.credentials();
    String source = "the simulator's credentials.json";
    CloudSettings where =
        new CloudSettings(
            new CloudTarget.Endpoint(access.endpoint()),
            "hybridnet.cloud=simulator",
            access.caCertificate(),
            new SourcedValue(credentials.subscriptionId(), source),
            new SourcedValue(credentials.tenantId(), source));
    SignInMethod who =
        new SignInMethod.ServicePrincipal(
            credentials.clientId(),
            Secret.of(credentials.clientSecret(), Secret.Source.FILE),
            credentials.tenantId(),
            source);
    AzureSession session =
        AzureSession.open(where, who, null, AzureSession.SessionTime.real(), listener);
    AzureCloudSession.CloudExtras cloudExtras =
        new AzureCloudSession.CloudExtras(
            notes(simulatorUse),
            circuit -> deprovision(access, circuit),
            simulatorUse.end(),
            network -> SlowedDrillSetup.begin(access.admin(), network));
    return new AzureCloudSession("simulator", session, cloudExtras);
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

  private static List<String> notes(SharedSimulators.SimulatorUse simulatorUse) {
    return Stream.concat(
            Stream.of(note(simulatorUse)),
            PlayedVariants.of(simulatorUse.access())
                .map(variants -> "Variants:     " + variants)
                .stream())
        .toList();
  }

  /** Somebody who expects a network there must see that this is another, empty simulator. */
  private static String note(SharedSimulators.SimulatorUse simulatorUse) {
    Path directory = simulatorUse.access().directory();
    return "Simulator:    "
        + switch (simulatorUse.origin()) {
          case EMPTY -> "none was running in " + directory + "; a new, empty one was started";
          case RESUMED -> "started with the state that was saved in " + directory;
          case SHARED -> "started earlier by this build, in " + directory;
          case FOREIGN -> "running already, in " + directory;
        };
  }
}
