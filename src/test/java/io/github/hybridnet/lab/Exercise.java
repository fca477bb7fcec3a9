package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A drill by a real build in the lab, with captures beside it. */
final class Exercise implements AutoCloseable {
  /** How often each target is probed. */
  static final Duration INTERVAL = Duration.ofMillis(50);

  private static final long PATIENCE_SECONDS = 180;

  private final Lab lab;
  private final Path directory;
  private final Captures captures;
  private final Daemon build;

  private Exercise(Lab lab, Path directory, Captures captures, Daemon build) {
    this.lab = lab;
    this.directory = directory;
    this.captures = captures;
    this.build = build;
  }

  /** Begins one, with other settings than usual. */
  static Exercise begin(Lab lab, Path directory, Map<String, String> settings) throws Exception {
    String machine = lab.address("VM") + ":" + LabService.HTTP;
    Map<String, String> all = new TreeMap<>();
    all.put("confirm", Declared.ER_GATEWAY);
    all.put("probes", "web=http://%s/,port=tcp://%s".formatted(machine, machine));
    all.put("probeInterval", INTERVAL.toMillis() + "ms");
    all.put("baseline", "2s");
    all.put("hold", "2s");
    all.put("poll", "250ms");
    all.put("failoverTimeout", "30s");
    all.put("restoreTimeout", "30s");
    all.putAll(settings);
    Map<String, String> properties = new TreeMap<>();
    all.forEach((name, value) -> properties.put("failover." + name, value));
    Captures captures = Captures.start(lab.namespaces(), directory);
    return new Exercise(
        lab,
        directory,
        captures,
        lab.maven().start(directory, List.of("test-failover"), properties));
  }

  /** Waits until packets take a way while the build still runs. */
  void awaitWay(Ways.Way way) throws Exception {
    Ways ways = new Ways(lab);
    Waiting.until(
        "packets go " + way + " during the drill",
        Duration.ofSeconds(PATIENCE_SECONDS),
        () -> {
          if (!build.isAlive()) {
            throw new IllegalStateException("The drill was over before:\n" + build.text());
          }
          return ways.now() == way;
        });
  }

  /** Waits for the end of the build; its exit status. */
  int end() throws IOException, InterruptedException {
    return build.end(PATIENCE_SECONDS);
  }

  /** Kills the build as {@code kill -9} does. */
  void kill() throws InterruptedException {
    build.kill();
  }

  /** Asks the build to end, as {@code kill} and build servers do. */
  void terminate() {
    build.terminate();
  }

  /** What the build printed. */
  String log() throws IOException {
    return build.text();
  }

  /** What the build printed, and what the driver did meanwhile: what it takes to see why. */
  String story() throws IOException {
    return log() + "\nThe driver:\n" + lab.site().log();
  }

  /** The files of the build, and the captures, in which a text can be read. */
  List<Path> filesWith(String text) throws IOException {
    return Leaks.of(text, directory);
  }

  DrillReport report() throws IOException {
    return DrillReport.in(directory);
  }

  Captures captures() {
    return captures;
  }

  @Override
  public void close() throws InterruptedException {
    build.close();
    captures.close();
  }
}
