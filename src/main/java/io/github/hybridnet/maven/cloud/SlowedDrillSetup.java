package io.github.hybridnet.maven.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.app.SimulatedDrillSetup;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Slows simulated time down for a drill and opens the service behind its network. At the usual
 * speed an outage of ten simulated seconds is over in 33 ms, before any probe could see it.
 */
final class SlowedDrillSetup implements SimulatedDrillSetup {
  /** Ten simulated seconds without a path are a second for a probe. */
  private static final double SLOW = 10;

  private static final ObjectMapper JSON = new ObjectMapper();
  private final SimulatorAdmin admin;
  private final String service;
  private final double earlierSpeed;
  private final boolean opened;
  private final int port;

  private SlowedDrillSetup(
      SimulatorAdmin admin, String service, double earlierSpeed, boolean opened, int port) {
    this.admin = admin;
    this.service = service;
    this.earlierSpeed = earlierSpeed;
    this.opened = opened;
    this.port = port;
  }

  /**
   * Slows the simulator down and opens the service behind the network.
   *
   * @return empty if the network does not exist, or time does not run by itself
   * @throws io.github.hybridnet.text.UserException HN6001 when the simulator does not answer
   */
  static Optional<SimulatedDrillSetup> begin(SimulatorAdmin admin, String network) {
    String service = "networks/" + URLEncoder.encode(network, StandardCharsets.UTF_8) + "/service";
    JsonNode clock = clock(admin);
    if (!clock.path("running").asBoolean()) {
      return Optional.empty();
    }
    try {
      int port = port(admin, service);
      boolean opened = port == 0;
      if (opened) {
        port = json(admin.send("PUT", service, "{\"whenDown\":\"drop\"}")).path("port").asInt();
      }
      double speed = clock.path("speed").asDouble();
      if (speed > SLOW) {
        admin.send("POST", "clock", "{\"speed\":" + SLOW + "}");
      }
      return Optional.of(new SlowedDrillSetup(admin, service, speed, opened, port));
    } catch (SimulatorException e) {
      // The gates of the drill show what is missing.
      return Optional.empty();
    }
  }

  private static JsonNode clock(SimulatorAdmin admin) {
    try {
      return json(admin.send("GET", "clock", null));
    } catch (SimulatorException e) {
      throw CloudSetupProblems.silentSimulator(e);
    }
  }

  private static int port(SimulatorAdmin admin, String service) {
    try {
      return json(admin.send("GET", service, null)).path("port").asInt();
    } catch (SimulatorException closed) {
      return 0;
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new SimulatorException("The simulator's admin answer is no JSON", e);
    }
  }

  @Override
  public String probe() {
    return "simulated-site=tcp://127.0.0.1:" + port;
  }

  @Override
  public String text() {
    String pace =
        earlierSpeed > SLOW
            ? "Simulated time runs "
                + (long) SLOW
                + " times as fast as real time during the drill (before: "
                + (long) earlierSpeed
                + "). "
            : "";
    return pace
        + "The service behind the simulated network is probed, because"
        + " hybridnet.failover.probes is not set. Figures are in real time and are not Azure's.";
  }

  @Override
  public void close() {
    try {
      if (earlierSpeed > SLOW) {
        admin.send("POST", "clock", "{\"speed\":" + earlierSpeed + "}");
      }
      if (opened) {
        admin.send("DELETE", service, null);
      }
    } catch (SimulatorException e) {
      // The simulator has stopped, and both settings with it.
      return;
    }
  }
}
