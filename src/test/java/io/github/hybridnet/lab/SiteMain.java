package io.github.hybridnet.lab;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What runs on the site's host beside Maven: the simulator, the driver and the beacon. Takes a
 * command in each line of its input, and answers it in a line that begins with {@code =} or, if it
 * failed, {@code !}.
 */
final class SiteMain implements AutoCloseable {
  private static final String[] JSON = {"Content-Type", "application/json"};

  private final AzureSimulator simulator;
  private final SimulatorAdmin admin;
  private final ArmClient arm;
  private Driver driver;
  private Beacon beacon;

  private SiteMain(AzureSimulator simulator) {
    this.simulator = simulator;
    this.admin = simulator.admin();
    this.arm = ArmClient.of(simulator.access());
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    // Routing notices in the lab, not in the simulator, which only adopts it.
    SimulatorOptions options =
        SimulatorOptions.in(Path.of(arguments[0]))
            .withSpeed(Double.parseDouble(arguments[1]))
            .withDurations(Map.of("convergence.*", Duration.ZERO));
    try (SiteMain site = new SiteMain(AzureSimulator.start(options))) {
      System.out.println("= " + site.simulator.access().credentials().subscriptionId());
      BufferedReader commands =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = commands.readLine(); line != null; line = commands.readLine()) {
        System.out.println(site.answer(line));
      }
    }
  }

  private String answer(String line) throws InterruptedException {
    try {
      String[] words = line.split(" ", 4);
      return "= " + run(words[0], List.of(words)).replace("\n", " ");
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      return "! " + e.toString().replace("\n", " ");
    }
  }

  private String run(String verb, List<String> words) throws IOException, InterruptedException {
    switch (verb) {
      case "admin" -> {
        String answer = admin.send(words.get(1), words.get(2), body(words));
        if (driver != null && !words.get(1).equals("GET")) {
          driver.tellAnew();
        }
        return answer;
      }
      case "arm" -> {
        ArmClient.Answer answer = arm.send(words.get(1), words.get(2), body(words), JSON);
        return answer.status() + " " + new String(answer.raw().body(), StandardCharsets.UTF_8);
      }
      case "drive" -> drive(Path.of(words.get(1)), words.get(2), words.get(3).split(" "));
      case "silently" -> driver.silently(Boolean.parseBoolean(words.get(1)));
      case "comesBack" -> driver.comesBack(Boolean.parseBoolean(words.get(1)));
      case "tellsOfTunnel" -> driver.tellsOfTunnel(Boolean.parseBoolean(words.get(1)));
      case "beacon" -> beacon = Beacon.start(words.get(1));
      case "silence" -> beacon.close();
      default -> throw new IllegalArgumentException("unknown: " + verb);
    }
    return "done";
  }

  private static String body(List<String> words) {
    return words.size() > 3 ? words.get(3) : "";
  }

  private void drive(Path files, String namespaces, String[] prefixes) {
    Bird edge = new Bird(files.resolve("edge.ctl"));
    Bird network = new Bird(files.resolve("vnet.ctl"));
    LabCircuit circuit =
        new LabCircuit(
            namespaces,
            new Bird(files.resolve("ergw.ctl")),
            List.of(
                new LabCircuit.Side(edge, prefixes[0], "to_msee"),
                new LabCircuit.Side(network, prefixes[1], "to_ergw")));
    driver = Driver.start(simulator.access(), circuit, new Ike(files, "edge"));
  }

  @Override
  public void close() {
    if (driver != null) {
      driver.close();
    }
    simulator.close();
  }
}
