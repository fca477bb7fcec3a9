package io.github.hybridnet.lab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorAdmin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Makes the packets' network follow the simulator: when an ExpressRoute connection carries nothing
 * any more there, the lab's circuit goes, and comes back with it. And tells the simulator what has
 * become of the lab's circuit and tunnel.
 */
final class Driver implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long REPORT_NANOS = 50_000_000;
  private static final int TUNNEL_ROUNDS = 5;

  private final SimulatorAccess access;
  private final SimulatorAdmin admin;
  private final LabCircuit circuit;
  private final Ike device;
  private final Thread follower = new Thread(this::follow, "follower");
  private final Thread reporter = new Thread(this::report, "reporter");
  private volatile boolean ended;
  private volatile boolean comesBack = true;
  private volatile boolean tellsOfTunnel = true;
  private boolean carries = true;
  private String told = "";

  private Driver(SimulatorAccess access, LabCircuit circuit, Ike device) {
    this.access = access;
    this.admin = access.admin();
    this.circuit = circuit;
    this.device = device;
  }

  /** Starts one. */
  static Driver start(SimulatorAccess access, LabCircuit circuit, Ike device) {
    Driver driver = new Driver(access, circuit, device);
    for (Thread thread : new Thread[] {driver.follower, driver.reporter}) {
      thread.setDaemon(true);
      thread.start();
    }
    return driver;
  }

  /** Whether the circuit goes without a word, as when a provider fails. */
  void silently(boolean wanted) {
    circuit.silently(wanted);
  }

  /** Whether the circuit comes back when it should. */
  synchronized void comesBack(boolean wanted) throws IOException, InterruptedException {
    comesBack = wanted;
    if (wanted && carries) {
      circuit.mend();
    }
  }

  /** Whether the simulator is told what became of the tunnel, or left in its belief. */
  void tellsOfTunnel(boolean wanted) {
    tellsOfTunnel = wanted;
  }

  /** Tells everything anew, after the simulator's state was changed by hand. */
  synchronized void tellAnew() {
    told = "";
  }

  private void follow() {
    // A beat in silence, because nothing is said when the simulator goes back to a snapshot.
    URI events = URI.create(access.endpoint() + "/_simulator/events?heartbeat=PT0.1S");
    HttpClient client = HttpClient.newBuilder().sslContext(access.sslContext()).build();
    HttpRequest request =
        HttpRequest.newBuilder(events)
            .header("Authorization", "Bearer " + access.credentials().adminToken())
            .build();
    try (Stream<String> lines = client.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
      lines.forEach(line -> steer());
    } catch (IOException e) {
      complain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void steer() {
    try {
      boolean now = carries(MAPPER.readTree(admin.send("GET", "paths", "")));
      if (now == carries) {
        return;
      }
      carries = now;
      System.err.println(Instant.now() + " ExpressRoute carries: " + now);
      if (!now) {
        circuit.cut();
      } else if (comesBack) {
        circuit.mend();
      }
    } catch (IOException | RuntimeException e) {
      complain(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Whether an ExpressRoute connection stands whose gateway is joined to Microsoft's edge. */
  private static boolean carries(JsonNode paths) {
    for (JsonNode connection : paths.at("/networks/0/connections")) {
      if (connection.path("type").asText().equals("ExpressRoute")) {
        return connection.at("/parts/session/sound").asBoolean();
      }
    }
    return false;
  }

  private void report() {
    boolean tunnel = true;
    for (int round = 0; !ended; round++) {
      try {
        // Asking strongSwan starts a program; it is asked more seldom than the routers.
        tunnel = round % TUNNEL_ROUNDS == 0 ? device.isUp() : tunnel;
        tell(circuit.isThere(), !tellsOfTunnel || tunnel);
      } catch (IOException | RuntimeException e) {
        complain(e);
      } catch (InterruptedException e) {
        return;
      }
      LockSupport.parkNanos(REPORT_NANOS);
    }
  }

  private synchronized void tell(boolean circuitIsThere, boolean tunnelIsThere) {
    String now = "circuit " + circuitIsThere + ", tunnel " + tunnelIsThere;
    if (ended || now.equals(told)) {
      return;
    }
    String links = state(circuitIsThere);
    admin.send(
        "PUT",
        "circuits/" + Declared.CIRCUIT + "/links",
        "{\"primary\": %s, \"secondary\": %s}".formatted(links, links));
    admin.send(
        "PUT",
        "connections/" + Declared.VPN_CONNECTION + "/tunnel",
        "{\"state\": %s}".formatted(state(tunnelIsThere)));
    told = now;
    System.err.println(Instant.now() + " told: " + now);
  }

  private static String state(boolean up) {
    return up ? "\"Up\"" : "\"Down\"";
  }

  private void complain(Exception failure) {
    if (!ended) {
      System.err.println(Instant.now() + " " + failure);
    }
  }

  @Override
  public void close() {
    ended = true;
    follower.interrupt();
    reporter.interrupt();
  }
}
