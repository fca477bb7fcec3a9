package io.github.hybridnet.simulator.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the simulator costs: its start, its requests beside the server that it stands on, a thousand
 * operations at once. Run it with {@code mvn -Pbenchmark test -Dtest=SimulatorBenchmark}; it prints
 * figures and judges nothing by time.
 */
@Tag("benchmark")
class SimulatorBenchmark {
  private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 7);
  private static final int REQUESTS = Integer.getInteger("benchmark.requests", 10_000);
  private static final int WARM_UP = 2 * REQUESTS;

  @TempDir Path directory;

  @Test
  void startWithACertificateFromBefore() throws Exception {
    SimulatorFixture.prepared(directory);
    List<Double> warm = new ArrayList<>();
    for (int i = -3; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      AzureSimulator simulator = AzureSimulator.start(SimulatorOptions.in(directory));
      double millis = (System.nanoTime() - begin) / 1e6;
      simulator.close();
      if (i >= 0) {
        warm.add(millis);
      }
    }
    List<Double> cold = new ArrayList<>();
    List<Double> whole = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      try (Child server = Child.of(ServerProcess.class, List.of(), directory.toString())) {
        String[] words = server.read().split(" ");
        cold.add(Double.valueOf(words[1]));
        whole.add(Double.valueOf(words[2]));
        server.read();
      }
    }
    print(
        "start with a certificate from before, medians of %d: %.0f ms in a warm JVM, %.0f ms in a"
            + " new one, which is then %.0f ms old",
        ROUNDS, median(warm), median(cold), median(whole));
  }

  @Test
  void requestsPerSecondBesideTheBareServer() throws Exception {
    SimulatorFixture.prepared(directory);
    try (Child server =
            Child.of(
                ServerProcess.class,
                Arrays.asList(System.getProperty("benchmark.jvm", "-showversion").split(" ")),
                directory.toString());
        Child load = Child.of(LoadGenerator.class, List.of())) {
      String endpoint = server.read().split(" ")[0];
      String bare = server.read();
      Landscape landscape = new Landscape(ArmClient.of(access()));
      landscape.build(200);
      compare("GET of a gateway", endpoint + landscape.gateway(), new Pair(server, load, bare));
      compare("GET of an operation", landscape.operation(), new Pair(server, load, bare));
      compare(
          "list of a group's 20 networks",
          endpoint + landscape.list(),
          new Pair(server, load, bare));
    }
  }

  private record Pair(Child server, Child load, String bare) {}

  private void compare(String name, String url, Pair pair) throws Exception {
    int size = ArmClient.of(access()).get(url).raw().body().length;
    pair.server().ask("body " + size);
    String ours = " " + url + " " + directory.resolve("ca.pem");
    String bare = " " + pair.bare() + "/?x=y " + directory.resolve("bare").resolve("ca.pem");
    Run.of(pair, WARM_UP + ours);
    Run.of(pair, WARM_UP + bare);
    List<Run> simulated = new ArrayList<>();
    List<Run> ceiling = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    List<Double> cpu = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      Run reference = Run.of(pair, REQUESTS + bare);
      Run run = Run.of(pair, REQUESTS + ours);
      ceiling.add(reference);
      simulated.add(run);
      ratios.add(run.rate() / reference.rate());
      cpu.add(reference.cpu() / run.cpu());
    }
    print(
        "%s (%d bytes): %.0f requests/s, bare server %.0f, ratio %.2f; CPU of server and client for"
            + " each: %.0f us and %.0f us, bare server %.0f us and %.0f us, ratio %.2f",
        name,
        size,
        median(simulated, Run::rate),
        median(ceiling, Run::rate),
        median(ratios),
        median(simulated, Run::server),
        median(simulated, Run::client),
        median(ceiling, Run::server),
        median(ceiling, Run::client),
        median(cpu));
  }

  /**
   * A run of the load generator.
   *
   * @param rate requests per second
   * @param server microseconds of CPU of the server for a request
   * @param client microseconds of CPU of the client for a request
   */
  private record Run(double rate, double server, double client) {
    static Run of(Pair pair, String target) throws IOException {
      double before = Double.parseDouble(pair.server().ask("cpu"));
      String[] words = pair.load().ask(target).split(" ");
      double cpu = Double.parseDouble(pair.server().ask("cpu")) - before;
      double count = Double.parseDouble(target.split(" ")[0]);
      return new Run(
          count / Double.parseDouble(words[0]),
          1e6 * cpu / count,
          1e6 * Double.parseDouble(words[1]) / count);
    }

    double cpu() {
      return server + client;
    }
  }

  @Test
  void thousandOperationsAtOnce() throws Exception {
    int count = Integer.getInteger("benchmark.operations", 1000);
    SimulatorFixture.prepared(directory);
    try (Child server = Child.of(ServerProcess.class, List.of("-Xmx256m"), directory.toString())) {
      server.read();
      server.read();
      Landscape landscape = new Landscape(ArmClient.of(access()));
      long begin = System.nanoTime();
      landscape.networks(count);
      List<String> operations = landscape.gateways(count);
      double accepted = (System.nanoTime() - begin) / 1e9;
      double speed = 100;
      Pollers pollers = new Pollers(access(), operations);
      double wall = pollers.untilDone(() -> landscape.run(speed));
      print(
          "%d networks and %d gateways accepted in %.1f s; %d operations of %.1f s done after %.1f"
              + " s with %d polls",
          count, count, accepted, count, 850 / speed, wall, pollers.polls());
      String[] figures = server.ask("figures").split(" ");
      print(
          "at most %s threads; heap %s MB after collection, %s MB at most (-Xmx256m); memory %s MB"
              + " at most",
          (Object[]) figures);
      assertThat(landscape.states()).containsOnly("Succeeded").hasSize(count);
    }
  }

  /** How to reach the simulator; a busy machine may need several attempts to find that it runs. */
  private SimulatorAccess access() {
    return Stream.generate(() -> AzureSimulator.running(directory))
        .limit(20)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  private static <T> double median(List<T> values, ToDoubleFunction<T> figure) {
    return median(values.stream().mapToDouble(figure).boxed().toList());
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
        .average()
        .orElseThrow();
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, "BENCHMARK " + format + "%n", values);
  }
}
