package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.admin.ModuleAdminCalls;
import io.github.hybridnet.simulator.arm.BehaviourOptions;
import io.github.hybridnet.simulator.arm.ModuleRegistrations;
import io.github.hybridnet.simulator.arm.SimulationContext;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.endpoint.ArmHandler;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.time.DurationTable;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.RequestHandler;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.variant.InvalidVariantsException;
import io.github.hybridnet.simulator.variant.VariantReader;
import io.github.hybridnet.simulator.variant.answer.AnswerVariants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The simulated cloud with the network provider, without a network and with a clock that only a
 * test moves. Resources are named by what follows {@code …/providers/Microsoft.Network/}; in what
 * is read, {@code ~} stands for everything before that.
 */
public final class Bench {
  static final String GROUP =
      "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg";

  private static final String PROVIDER = GROUP + "/providers/Microsoft.Network";
  private static final String VERSION = "2024-05-01";
  private static final String BASE = "https://localhost:1";
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-05T09:00:00Z"));
  private final SimulationEngine simulationEngine;
  private final RequestHandler arm;
  private String version = VERSION;

  private Bench(BehaviourOptions behaviourOptions) {
    this(behaviourOptions, Map.of());
  }

  private Bench(BehaviourOptions behaviourOptions, Map<String, Duration> durations) {
    SimulationContext simulationContext =
        new SimulationContext(
            SimulatedClock.starting(wall, 1),
            DurationTable.recorded(durations),
            behaviourOptions,
            new SimulationContext.Account(
                "00000000-0000-0000-0000-000000000002", "00000000-0000-0000-0000-000000000001"));
    simulationEngine =
        SimulationEngine.empty(
            ArmHandler.ROUTER,
            ModuleRegistrations.of(List.of(new NetworkModule())),
            simulationContext,
            1);
    arm =
        new AnswerVariants(
            simulationEngine,
            simulationEngine.variants(),
            simulationContext.clock()::now,
            new ArmHandler(simulationEngine));
    send("PUT", GROUP, "{'location': 'westus2'}");
  }

  /** A cloud of today, where nobody but the test acts for providers. */
  public static Bench today() {
    return new Bench(new BehaviourOptions(false, true));
  }

  /** A cloud of today in which some things take another time. */
  static Bench lasting(Map<String, Duration> durations) {
    return new Bench(new BehaviourOptions(false, true), durations);
  }

  /** A cloud of the days before SKUs were retired. */
  public static Bench earlier() {
    return new Bench(new BehaviourOptions(false, false));
  }

  /** A cloud of today whose providers act by themselves. */
  static Bench automatic() {
    return new Bench(new BehaviourOptions(true, true));
  }

  /** Plays these variants from now on, and the usual values of all others; empty text for none. */
  Bench play(String variants) {
    try {
      simulationEngine.variants().choose(VariantReader.read(variants));
    } catch (IOException | InvalidVariantsException e) {
      throw new IllegalArgumentException(variants, e);
    }
    return this;
  }

  /** Sends later requests with another API version. */
  Bench version(String other) {
    version = other;
    return this;
  }

  public Reply put(String path, String body) {
    return network("PUT", path, body);
  }

  public Reply get(String path) {
    return network("GET", path, "");
  }

  Reply delete(String path) {
    return network("DELETE", path, "");
  }

  Reply post(String path, String body) {
    return network("POST", path, body);
  }

  Reply network(String method, String path, String body) {
    return send(method, PROVIDER + "/" + path, body);
  }

  /** GET of something of the provider that belongs to the subscription. */
  public Reply subscription(String path) {
    String subscription = GROUP.substring(0, GROUP.indexOf("/resourceGroups"));
    return send("GET", subscription + "/providers/Microsoft.Network/" + path, "");
  }

  /** A PUT whose operation must succeed; the resource as it is then. */
  public JsonNode make(String path, String body) {
    Reply accepted = put(path, body);
    if (accepted.status() > 201) {
      throw new AssertionError(path + ": " + accepted);
    }
    finish(accepted);
    return get(path).body();
  }

  /** A DELETE whose operation must succeed. */
  public void remove(String path) {
    finish(delete(path));
  }

  private void finish(Reply accepted) {
    String status = end(accepted).path("status").asText();
    if (!status.equals("Succeeded")) {
      throw new AssertionError(accepted + " ended as " + end(accepted));
    }
  }

  /** What the operation of an answer says when it is over. */
  public JsonNode end(Reply accepted) {
    String operation = accepted.header("Azure-AsyncOperation");
    for (int i = 0; i < 1000; i++) {
      JsonNode status = follow(operation).body();
      if (!status.path("status").asText().equals("InProgress")) {
        return status;
      }
      pass(Duration.ofSeconds(10));
    }
    throw new AssertionError(accepted + " never ends");
  }

  /** What the answer's location gives when the operation is over. */
  Reply outcome(Reply accepted) {
    String location = accepted.header("Location");
    for (int i = 0; i < 1000; i++) {
      Reply reply = follow(location);
      if (reply.status() != 202) {
        return reply;
      }
      pass(Duration.ofSeconds(10));
    }
    throw new AssertionError(accepted + " never ends");
  }

  /** An admin call below {@code _simulator}. */
  public Reply admin(String method, String path, String body) {
    return new Reply(
        new ModuleAdminCalls(simulationEngine)
            .serve(method, List.of(path.split("/")), Map.of(), json(body))
            .orElseThrow());
  }

  /** Hears of each state that changes from now on. */
  void listen(Consumer<StateChange> listener) {
    simulationEngine.onStateChange(listener);
  }

  /** Everything that is stored, to go back to. */
  JsonNode snapshot() {
    return simulationEngine.snapshot();
  }

  void restore(JsonNode snapshot) {
    simulationEngine.replace(snapshot);
  }

  void pass(Duration duration) {
    wall.pass(duration);
    simulationEngine.settle();
  }

  private Reply follow(String url) {
    String[] parts = url.substring(BASE.length()).split("\\?", 2);
    return send("GET", parts[0], "");
  }

  private Reply send(String method, String path, String body) {
    String[] parts = path.split("\\?", 2);
    String query = "api-version=" + version + (parts.length > 1 ? "&" + parts[1] : "");
    byte[] bytes =
        body.isEmpty() ? new byte[0] : json(body).toString().getBytes(StandardCharsets.UTF_8);
    ServerRequest.Target target = new ServerRequest.Target(parts[0], query);
    return new Reply(arm.handle(new ServerRequest(method, target, BASE, Map.of(), bytes)));
  }

  /** Reads JSON in which single quotes may be used and {@code ~} stands for the provider's path. */
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace("~", PROVIDER));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** JSON for comparison: etags and guids as {@code E} and {@code G}, in order of appearance. */
  static String shown(JsonNode node) {
    return node.toPrettyString()
        .replaceAll("W/\\\\\"[0-9a-f-]{36}\\\\\"", "E")
        .replaceAll(
            "(\"(resourceGuid|serviceKey|authorizationKey)\" : \")[1-9a-f][0-9a-f-]{35}", "$1G")
        .replace(PROVIDER, "~");
  }

  /** The same for what is expected. */
  public static String expected(String text) {
    return shown(json(text));
  }

  /** An answer. */
  public record Reply(ServerResponse response) {
    public int status() {
      return response.status();
    }

    public JsonNode body() {
      return response.body().orElse(MissingNode.getInstance());
    }

    String header(String name) {
      return response.headers().getOrDefault(name, "");
    }

    public String code() {
      return body().path("error").path("code").asText();
    }

    public String message() {
      return body().path("error").path("message").asText().replace(PROVIDER, "~");
    }

    /** Code and text of the first entry of {@code details}. */
    String detail() {
      JsonNode detail = body().path("error").path("details").path(0);
      return detail.path("code").asText()
          + ": "
          + detail.path("message").asText().replace(PROVIDER, "~");
    }

    public String shown() {
      return Bench.shown(body());
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }
  }
}
