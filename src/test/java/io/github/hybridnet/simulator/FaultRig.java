package io.github.hybridnet.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A simulator of {@link TestModule} whose clock only the test moves, and what goes wrong in it. */
final class FaultRig implements AutoCloseable {
  static final String SUB = "/subscriptions/00000000-0000-0000-0000-000000000001";
  static final String GROUP = SUB + "/resourceGroups/rg";
  static final String V = "?api-version=2024-05-01";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  final ManualClock wall = new ManualClock(Instant.parse("2026-01-02T03:04:05Z"));
  final AzureSimulator simulator;
  final ArmClient client;

  FaultRig(Path directory) {
    this(directory, options -> options);
  }

  FaultRig(Path directory, UnaryOperator<SimulatorOptions> more) {
    SimulatorOptions options =
        SimulatorOptions.in(directory)
            .withSpeed(1)
            .withWallClock(wall)
            .withDurations(
                Map.of(
                    "things.create", Duration.ofSeconds(20),
                    "things.delete", Duration.ofSeconds(9)));
    simulator = AzureSimulator.start(more.apply(options), List.of(new TestModule()));
    client = ArmClient.of(simulator.access());
    client.put(GROUP + V, "{\"location\":\"westus2\"}");
  }

  static String thing(String name) {
    return GROUP + "/providers/Test.Things/things/" + name + V;
  }

  ArmClient.Answer put(String name) {
    return client.put(thing(name), "{\"location\":\"westus2\"}");
  }

  /** Adds rules; single quotes may be used. */
  ArmClient.Answer fault(String json) {
    return client.admin().post("/_simulator/faults", quoted(json));
  }

  /** What is known of a rule. */
  JsonNode rule(String id) {
    for (JsonNode rule : client.admin().get("/_simulator/faults").json().path("rules")) {
      if (rule.path("id").asText().equals(id)) {
        return rule;
      }
    }
    throw new AssertionError("no rule " + id);
  }

  /** How often a rule matched and how often it was applied, as {@code 3/1}. */
  String counts(String id) {
    JsonNode rule = rule(id);
    return rule.path("matched").asLong() + "/" + rule.path("fired").asLong();
  }

  /** All events so far. */
  List<JsonNode> events() {
    byte[] body = client.admin().get("/_simulator/events?since=0&follow=false").raw().body();
    List<JsonNode> events = new ArrayList<>();
    new String(body, StandardCharsets.UTF_8).lines().forEach(line -> events.add(json(line)));
    return events;
  }

  List<JsonNode> events(String name) {
    return events().stream().filter(event -> event.path("event").asText().equals(name)).toList();
  }

  JsonNode journal(String query) {
    return client.admin().get("/_simulator/requests" + query).json().path("requests");
  }

  String state(String name) {
    return client.get(thing(name)).json().path("properties").path("provisioningState").asText();
  }

  /** What the operation of an answer says. */
  JsonNode poll(ArmClient.Answer accepted) {
    return client.get(accepted.header("Azure-AsyncOperation").orElseThrow()).json();
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static String quoted(String json) {
    return json.startsWith("not json") ? json : json(json).toString();
  }

  @Override
  public void close() {
    simulator.close();
  }
}
