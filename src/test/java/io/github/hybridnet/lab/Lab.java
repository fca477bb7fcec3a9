package io.github.hybridnet.lab;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A lab: the declared network, deployed on a simulator by the plugin, and a network of packets
 * beside it that follows.
 */
final class Lab implements AutoCloseable {
  private static final String BUILT = "built";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final String key;
  private final Namespaces namespaces;
  private final Site site;
  private final Maven maven;
  private final Addresses addresses;
  private final DataPlane dataPlane;

  private Lab(Path directory, Namespaces namespaces, Site site) throws Exception {
    this.directory = directory;
    this.namespaces = namespaces;
    this.site = site;
    this.key = new BigInteger(160, new SecureRandom()).toString(36);
    this.maven = new Maven(namespaces, site, directory, key);
    this.addresses = new Addresses(deploy());
    this.dataPlane = new DataPlane(namespaces, directory, addresses);
  }

  /** Builds one, with its files in a directory. */
  static Lab build(Namespaces namespaces, Path directory) throws Exception {
    namespaces.up();
    Site site = Site.start(namespaces, directory);
    Lab lab = new Lab(directory, namespaces, site);
    lab.dataPlane.start(lab.key);
    site.tell("beacon", lab.addresses.get("VM"));
    site.tell(
        "drive",
        directory.toString(),
        namespaces.prefix(),
        lab.addresses.get("NETWORK") + " " + lab.addresses.get("SITE"));
    site.tell("admin", "PUT", "snapshots/" + BUILT);
    return lab;
  }

  private Path deploy() throws IOException, InterruptedException {
    Path build = directory.resolve("deployment");
    Daemon deployment =
        maven.start(
            build,
            List.of("create-circuit", "deploy-network"),
            // The simulated provider makes the peering first, without an MD5 key.
            Map.of(
                "location", "westus2",
                "circuit.waitForProvider", "true",
                "circuit.noPeeringKey", "true"));
    if (deployment.end(180) != 0) {
      throw new IllegalStateException(deployment.text());
    }
    return build.resolve("target/hybridnet/outputs.json");
  }

  /** Makes everything as it was at first. */
  void reset() throws Exception {
    site.tell("silently", "false");
    site.tell("tellsOfTunnel", "true");
    site.tell("admin", "POST", "snapshots/" + BUILT + "/restore");
    site.tell("comesBack", "true");
    dataPlane.mend(key);
    dataPlane.bfd(false);
    awaitPlaneOfSimulator();
  }

  /** Until the simulator believes what the lab is. */
  private void awaitPlaneOfSimulator() throws Exception {
    Waiting.until(
        "both paths in the simulator",
        PATIENCE,
        () -> {
          String paths = site.tell("admin", "GET", "paths");
          return paths.contains("\"reachable\":true")
              && !paths.contains("\"sound\":false")
              && !paths.contains("\"up\":false");
        });
  }

  /** A new directory for a build. */
  Path directory(String name) throws IOException {
    return Files.createDirectories(directory.resolve(name));
  }

  Site site() {
    return site;
  }

  Maven maven() {
    return maven;
  }

  DataPlane dataPlane() {
    return dataPlane;
  }

  /** One of its addresses. */
  String address(String name) {
    return addresses.get(name);
  }

  Namespaces namespaces() {
    return namespaces;
  }

  /** The shared key of the parameter files. */
  String key() {
    return key;
  }

  /** Its own files in which the shared key can be read. */
  List<Path> filesWithKey() throws IOException {
    return Leaks.of(key, directory);
  }

  @Override
  public void close() throws IOException, InterruptedException {
    site.close();
    dataPlane.close();
  }
}
