package io.github.hybridnet.maven.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.OutputsPublisher;
import io.github.hybridnet.app.circuit.CreateCircuitGoal;
import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.app.status.StatusGoal;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/** The goals about circuits on a simulator whose provider acts only when told. */
final class CircuitRig implements AutoCloseable {
  final RecordedLines out = new RecordedLines();
  final Properties properties = new Properties();
  final CloudSession cloud;
  boolean noPeeringKey;
  boolean allowOutage;
  private final Path directory;
  private final ParameterFilesCopy files;

  CircuitRig(Path directory) throws IOException {
    this(directory, TrafficListener.NONE);
  }

  CircuitRig(Path directory, TrafficListener listener) throws IOException {
    this.directory = directory;
    this.files = ParameterFilesCopy.below(directory);
    cloud =
        SimulatedClouds.open(
            SimulatorOptions.in(simulator()).withSpeed(3000).withProvider(ProviderMode.MANUAL),
            listener);
  }

  /** Where the simulator of a rig in this directory is. */
  static Path simulator(Path directory) {
    return directory.resolve("simulator");
  }

  private Path simulator() {
    return simulator(directory);
  }

  SimulatorAdminCalls admin() throws Exception {
    return SimulatorAdminCalls.of(simulator());
  }

  /** Replaces a text of a parameter file. */
  CircuitRig edit(ParameterFile file, String from, String to) throws IOException {
    files.edit(file, from, to);
    return this;
  }

  CircuitRig remove(ParameterFile file) throws IOException {
    files.remove(file);
    return this;
  }

  HybridNetwork network() {
    return files.network();
  }

  void create(boolean wait, boolean keys) throws Exception {
    new CreateCircuitGoal(cloud, EngineOptions.standard(), out, results())
        .run(
            network(),
            new CreateCircuitGoal.Request(
                "westus2",
                wait,
                Duration.ofMinutes(2),
                new CreateCircuitGoal.PeeringKeys(keys, noPeeringKey),
                allowOutage));
  }

  void deploy() throws Exception {
    goals().deploy(network());
  }

  /** Deploys with the user's word for removals. */
  void replace(String names) throws Exception {
    goals().deploy(network(), new DeployNetworkGoal.Request("westus2", false, false, names, true));
  }

  private DeploymentGoals goals() {
    return new DeploymentGoals(cloud, EngineOptions.standard(), out, results());
  }

  List<String> status() throws Exception {
    int before = out.lines().size();
    new StatusGoal(cloud, out, directory.resolve("out")).run(network(), "westus2");
    return out.lines().subList(before, out.lines().size());
  }

  String sheet() throws IOException {
    return Files.readString(directory.resolve("out/circuit-handover.txt"));
  }

  long now() throws Exception {
    return RequestJournal.of(simulator()).last();
  }

  /** Method and last names of what was written since then, oldest first. */
  List<String> writtenSince(long sequence) throws Exception {
    return RequestJournal.of(simulator()).since(sequence).stream()
        .filter(r -> Set.of("PUT", "DELETE", "PATCH").contains(r.path("method").asText()))
        .map(CircuitRig::write)
        .toList();
  }

  private static String write(JsonNode request) {
    String path = request.path("path").asText();
    return request.path("method").asText() + " " + path.substring(path.lastIndexOf('/') + 1);
  }

  CloudClient resources() {
    return cloud.cloud();
  }

  private OutputsPublisher results() {
    return new OutputsPublisher(directory.resolve("out"), properties::setProperty, out);
  }

  @Override
  public void close() {
    cloud.close();
  }
}
