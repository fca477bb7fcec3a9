package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A network that is deployed once for a test run. Each test begins with a copy of the directory of
 * the simulator that remembers it, and has a simulator of its own.
 */
enum DeployedNetwork {
  /** The published parameter files. */
  REFERENCE(""),
  /** The same with a private peering that has an MD5 key. */
  WITH_PEERING(
      """
      , "peerings": [{"peeringType": "AzurePrivatePeering", "vlanId": 100, "peerASN": 65010,
        "primaryPeerAddressPrefix": "172.16.0.0/30", "secondaryPeerAddressPrefix": "172.16.0.4/30",
        "sharedKey": "%s"}]
      """
          .formatted(DeployedNetwork.MD5)),
  /** The network of {@link SampleNetwork#reference()}. */
  SAMPLE("");

  /** The peering's key. */
  static final String MD5 = "md5-of-the-drilled-peering";

  private static final String CIRCUIT = "ra-hybrid-vpn-er-erc";
  private static final String LAST = "\"allowClassicOperations\": false";

  private final String peering;
  private @Nullable Path made;

  DeployedNetwork(String peering) {
    this.peering = peering;
  }

  /** Puts a copy into the directory, for the simulator that is then started there. */
  Path into(Path simulator) throws Exception {
    Files.createDirectories(simulator);
    for (Path file : files(made())) {
      Files.copy(file, simulator.resolve(file.getFileName()));
    }
    return simulator;
  }

  /** The goals on a copy of it, in this directory. */
  CircuitRig rig(Path directory) throws Exception {
    into(CircuitRig.simulator(directory));
    return declared(directory);
  }

  private CircuitRig declared(Path directory) throws IOException {
    return new CircuitRig(directory).edit(ParameterFile.CIRCUIT, LAST, LAST + peering);
  }

  private synchronized Path made() throws Exception {
    if (made == null) {
      Path directory = Files.createTempDirectory("deployed-network");
      Path simulator = CircuitRig.simulator(directory);
      if (this == SAMPLE) {
        deploySample(directory);
      } else {
        deployDeclared(directory);
      }
      deleteAtTheEnd(directory);
      made = simulator;
    }
    return made;
  }

  private void deployDeclared(Path directory) throws Exception {
    try (CircuitRig rig = declared(directory)) {
      rig.create(false, false);
      rig.admin()
          .post("circuits/" + CIRCUIT + "/provider", provider("Provisioned", peering.isEmpty()));
      rig.create(!peering.isEmpty(), false);
      rig.deploy();
    }
  }

  private static void deploySample(Path directory) throws Exception {
    SimulatorOptions options = SimulatorOptions.in(CircuitRig.simulator(directory)).withSpeed(3000);
    try (CloudSession cloud = SimulatedClouds.open(options)) {
      DeploymentGoals goals = DeploymentGoals.unheard(cloud, directory);
      goals.createCircuit(SampleNetwork.reference());
      goals.deploy(SampleNetwork.reference());
    }
  }

  private static String provider(String state, boolean configuresPeering) {
    return "{\"state\":\"" + state + "\",\"peering\":" + configuresPeering + "}";
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void deleteAtTheEnd(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      // Parents first, because they are deleted in the reverse order.
      files.sorted().forEach(file -> file.toFile().deleteOnExit());
    }
  }
}
