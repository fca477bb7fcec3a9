package io.github.hybridnet.survival;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorAdmin;
import io.github.hybridnet.simulator.SimulatorFixture;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** A simulator in a process of its own, with what a test does to it past the plugin. */
public final class Rig implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String API = "?api-version=2024-05-01";
  private static final String GROUP_API = "?api-version=2021-04-01";

  /** Each gives up after some seconds. */
  private static final int PROBES = 20;

  private static final Duration STEP = Duration.ofSeconds(5);

  private final Path directory;
  private final Runnable end;
  private final Supplier<String> output;
  private final SimulatorAccess access;
  private final SimulatorAdmin admin;
  private final HttpClient client;

  private Rig(Path directory, Runnable end, Supplier<String> output) {
    this.directory = directory;
    this.end = end;
    this.output = output;
    this.access = access(directory);
    this.admin = access.admin();
    this.client =
        HttpClient.newBuilder()
            .sslContext(access.sslContext())
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();
  }

  /** Starts one in this directory. */
  static Rig start(Path directory) throws IOException, InterruptedException {
    JavaProcess process =
        JavaProcess.start(
            directory.resolveSibling("simulator-log"),
            SimulatorMain.class.getName(),
            SimulatorFixture.prepared(directory).toString());
    process.hear("ready");
    return new Rig(directory, process::close, process::text);
  }

  /** Uses one of this process, and closes it in the end. */
  public static Rig of(Path directory, AzureSimulator simulator) {
    return new Rig(directory, simulator::close, () -> "");
  }

  /** Access to the simulator that runs there, however slow the machine is. */
  static SimulatorAccess access(Path directory) {
    for (int i = 0; i < PROBES; i++) {
      Optional<SimulatorAccess> found = AzureSimulator.running(directory);
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException("No simulator answers in " + directory);
  }

  public Path directory() {
    return directory;
  }

  public SimulatorAccess access() {
    return access;
  }

  public SimulatorAdmin admin() {
    return admin;
  }

  /** What the simulator itself has printed. */
  String output() {
    return output.get();
  }

  /** An admin call's answer. */
  public JsonNode ask(String path) {
    return parsed(admin.send("GET", path, ""));
  }

  /** The number of the latest event. */
  long latestEvent() {
    String[] lines = admin.send("GET", "events?since=0&follow=false", "").strip().split("\n");
    return parsed(lines[lines.length - 1]).path("sequence").asLong();
  }

  /** Everything that stands, as anybody can read it. */
  public Estate estate() {
    Map<String, JsonNode> found = new TreeMap<>();
    String subscription = "/subscriptions/" + access.credentials().subscriptionId();
    for (JsonNode group : get(subscription + "/resourcegroups", GROUP_API).path("value")) {
      keep(found, group);
      String id = group.path("id").asText();
      for (JsonNode resource : get(id + "/resources", GROUP_API).path("value")) {
        String resourceId = resource.path("id").asText();
        keep(found, get(resourceId, API));
        if (resourceId.contains("/connections/")) {
          JsonNode key = get(resourceId + "/sharedkey", API);
          found.put(resourceId.toLowerCase(Locale.ROOT) + "/sharedkey", key);
        }
      }
    }
    return new Estate(found);
  }

  private static void keep(Map<String, JsonNode> found, JsonNode resource) {
    found.put(resource.path("id").asText().toLowerCase(Locale.ROOT), Estate.normalised(resource));
  }

  /** A raw read. */
  JsonNode get(String id, String query) {
    return parsed(send("GET", id + query, "").body());
  }

  /** A raw read of a network resource. */
  public JsonNode get(String id) {
    return get(id, API);
  }

  /** A raw write of a network resource, waited for; refused ones fail. */
  public void put(String id, String body) {
    HttpResponse<String> answer = send("PUT", id + API, body);
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(id + ": " + answer.statusCode() + " " + answer.body());
    }
    settle(id);
  }

  /** Lets time pass until nothing changes a resource any more. */
  void settle(String id) {
    for (int i = 0; i < 100; i++) {
      String state = get(id).path("properties").path("provisioningState").asText();
      if (!state.equals("Updating") && !state.equals("Creating") && !state.equals("Deleting")) {
        return;
      }
      admin.advance(STEP);
    }
    throw new IllegalStateException(id + " does not come to rest.");
  }

  private HttpResponse<String> send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(access.endpoint() + path))
            .header("Authorization", "Bearer somebody-else")
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  @Override
  public void close() {
    end.run();
  }
}
