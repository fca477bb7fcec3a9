package io.github.hybridnet.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs goals on the site's host as its users do: by a real Maven, offline and without a POM. */
final class Maven {
  private static final String ARTIFACT = "hybridnet-maven-plugin";
  private static final Path REPOSITORY = Path.of("target/it-repo").toAbsolutePath();

  private final Namespaces namespaces;
  private final Site site;
  private final String key;
  private final Path settings;
  private final String plugin;

  /**
   * Maven on a site.
   *
   * @param directory for its settings
   * @param key the shared key
   */
  Maven(Namespaces namespaces, Site site, Path directory, String key) throws IOException {
    this.namespaces = namespaces;
    this.site = site;
    this.key = key;
    this.settings = directory.resolve("settings.xml");
    this.plugin = "io.github.hybridnet:" + ARTIFACT + ":" + version() + ":";
    String own = Path.of(System.getProperty("user.home"), ".m2/repository").toUri().toString();
    Files.writeString(
        settings,
        Files.readString(Path.of("src/it/settings.xml")).replace("@localRepositoryUrl@", own));
  }

  /** Why there is no plugin to run; empty if there is. */
  static Optional<String> obstacle() {
    return version().isEmpty()
        ? Optional.of(
            "The failover lab cannot run here: target/it-repo has no plugin; mvn verify fills it.")
        : Optional.empty();
  }

  /** What the integration tests have installed; empty text where they have not. */
  private static String version() {
    Path installed = REPOSITORY.resolve("io/github/hybridnet").resolve(ARTIFACT);
    if (!Files.isDirectory(installed)) {
      return "";
    }
    try (Stream<Path> versions = Files.list(installed)) {
      return versions
          .filter(Files::isDirectory)
          .map(version -> version.getFileName().toString())
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts a build.
   *
   * @param directory its working directory, which is also where its log goes
   * @param goals of the plugin
   * @param properties without {@code hybridnet.} before them
   */
  Daemon start(Path directory, List<String> goals, Map<String, String> properties)
      throws IOException {
    Files.createDirectories(directory);
    List<String> words = new ArrayList<>(List.of("mvn", "-o", "-B", "-s"));
    words.add(settings.toString());
    words.add("-Dmaven.repo.local=" + REPOSITORY);
    goals.forEach(goal -> words.add(plugin + goal));
    words.add("-Dhybridnet.cloud=simulator");
    words.add("-Dhybridnet.simulator.directory=" + site.simulator());
    words.add("-Dhybridnet.parametersDirectory=" + Addresses.DECLARED.toAbsolutePath());
    properties.forEach((name, value) -> words.add("-Dhybridnet." + name + "=" + value));
    Path log = directory.resolve("build" + System.nanoTime() + ".log");
    return Daemon.start(log, directory, namespaces.in("host", words), environment());
  }

  private Map<String, String> environment() {
    return Map.of(
        Declared.KEY, key, "MAVEN_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto");
  }
}
