package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The goals {@code create-circuit} and {@code deploy-network}, as most tests run them.
 *
 * @param results where {@code outputs.json} goes
 */
record DeploymentGoals(
    CloudSession cloud, EngineOptions options, LineWriter out, OutputsPublisher results) {
  /** A circuit whose provider is waited for. */
  static final CreateCircuitGoal.Request CIRCUIT =
      new CreateCircuitGoal.Request(
          "westus2",
          true,
          Duration.ofHours(1),
          new CreateCircuitGoal.PeeringKeys(false, false),
          false);

  /** A network that replaces nothing. */
  static final DeployNetworkGoal.Request NETWORK =
      new DeployNetworkGoal.Request("westus2", false, false, "", false);

  /** The goals with the usual options, whose lines nobody reads. */
  static DeploymentGoals unheard(CloudSession cloud, Path directory) {
    return unheard(cloud, EngineOptions.standard(), directory);
  }

  /** The goals whose lines nobody reads. */
  static DeploymentGoals unheard(CloudSession cloud, EngineOptions options, Path directory) {
    RecordedLines out = new RecordedLines();
    return new DeploymentGoals(cloud, options, out, results(directory, out));
  }

  /** The files of goals in a directory of their own, without properties of a project. */
  static OutputsPublisher results(Path directory, LineWriter out) {
    return new OutputsPublisher(directory.resolve("out"), (name, value) -> {}, out);
  }

  void createCircuit(HybridNetwork network) throws InterruptedException {
    new CreateCircuitGoal(cloud, options, out, results).run(network, CIRCUIT);
  }

  void deploy(HybridNetwork network) throws InterruptedException {
    deploy(network, NETWORK);
  }

  void deploy(HybridNetwork network, DeployNetworkGoal.Request request)
      throws InterruptedException {
    new DeployNetworkGoal(cloud, options, out, results).run(network, request);
  }
}
