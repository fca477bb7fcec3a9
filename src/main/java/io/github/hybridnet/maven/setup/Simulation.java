package io.github.hybridnet.maven.setup;

import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs a simulator in the foreground until the build is interrupted. */
public final class Simulation {
  private final SimulatorRequest request;
  private final LineWriter out;

  /** A simulation that is not running yet. */
  public Simulation(SimulatorRequest request, LineWriter out) {
    this.request = request;
    this.out = out;
  }

  /**
   * Runs it; does not return.
   *
   * @throws io.github.hybridnet.model.HybridnetException HN6001 when it cannot start
   * @throws InterruptedException when the build is stopped
   */
  public void run() throws InterruptedException {
    try (AzureSimulator simulator = AzureSimulator.start(Simulators.options(request))) {
      lines(simulator.access()).forEach(out::info);
      new CountDownLatch(1).await();
    } catch (SimulatorException e) {
      throw SetupProblems.noSimulator(String.valueOf(e.getMessage()), e);
    }
  }

  private List<String> lines(SimulatorAccess access) {
    String directory = request.directory().toString();
    return List.of(
        "Azure Resource Manager is simulated at "
            + access.endpoint()
            + ", at "
            + request.speed()
            + " times the real speed. Ctrl-C ends it; its state stays in "
            + directory
            + ".",
        "",
        "This plugin:     mvn hybridnet:deploy-network -Dhybridnet.cloud=simulator -Dhybridnet.simulator.directory="
            + directory,
        "Azure CLI:       export REQUESTS_CA_BUNDLE="
            + access.caCertificate()
            + " AZURE_CORE_INSTANCE_DISCOVERY=false",
        "                 az cloud register --name simulator --endpoint-resource-manager "
            + access.endpoint(),
        "                 az cloud set --name simulator",
        "                 az login --service-principal --tenant "
            + access.credentials().tenantId()
            + " --username "
            + access.credentials().clientId()
            + " --password <clientSecret of credentials.json>",
        "JavaScript:      export NODE_EXTRA_CA_CERTS=" + access.caCertificate(),
        "Subscription:    " + access.credentials().subscriptionId(),
        "Credentials:     " + request.directory().resolve("credentials.json"),
        "Admin endpoints: "
            + access.endpoint()
            + "/_simulator/ with the adminToken of credentials.json");
  }
}
