package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.ProviderMode;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A simulator with a group {@code rg} in westus2 and a clock that only the test moves. In what is
 * sent, {@code ~} stands for the path of the network provider in the group, and single quotes may
 * be used; in what is read, the same.
 */
public final class Rig implements AutoCloseable {
  static final String VERSION = "?api-version=2022-09-01";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private final Path directory;
  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-05T09:00:00Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  public Rig(Path directory) {
    this.directory = SimulatorFixture.prepared(directory);
    start();
    assertThat(send("PUT", group(), "{'location': 'westus2'}").status()).isEqualTo(201);
  }

  private void start() {
    simulator =
        AzureSimulator.start(
            SimulatorOptions.in(directory)
                .withSpeed(1)
                .withProvider(ProviderMode.MANUAL)
                .withWallClock(wall)
                .withSeed(1));
    client = ArmClient.of(simulator.access());
  }

  /** Chooses variants. */
  public void play(Map<String, String> variants) {
    simulator.admin().variants(variants);
  }

  /** Ends the simulator and starts it again. */
  public void restart() {
    simulator.close();
    start();
  }

  public Path file(String name) {
    return directory.resolve(name);
  }

  public String subscription() {
    return "/subscriptions/" + simulator.access().credentials().subscriptionId();
  }

  public String group() {
    return subscription() + "/resourceGroups/rg";
  }

  private String network() {
    return group() + "/providers/Microsoft.Network";
  }

  public String deployment(String name) {
    return group() + "/providers/Microsoft.Resources/deployments/" + name;
  }

  public void pass(int seconds) {
    wall.pass(Duration.ofSeconds(seconds));
  }

  /** Sends a body as it is. */
  public ArmClient.Answer raw(String method, String path, String body) {
    return client.send(method, path.contains("api-version") ? path : path + VERSION, body);
  }

  public ArmClient.Answer send(String method, String path, String body) {
    return raw(method, path, body.isEmpty() ? "" : json(body).toString());
  }

  JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace("~", network()));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  /** A resource of the network provider; {@code ~} in texts stands for the provider's path. */
  public JsonNode get(String resource) {
    ArmClient.Answer answer = send("GET", network() + "/" + resource, "");
    assertThat(answer.status()).as(resource).isEqualTo(200);
    return answer.json();
  }

  public boolean exists(String resource) {
    return send("GET", network() + "/" + resource, "").status() == 200;
  }

  /** A write to the network provider that ends within the hour. */
  void make(String resource, String body) {
    ArmClient.Answer answer = send("PUT", network() + "/" + resource, body);
    assertThat(answer.status()).as(answer.json().toString()).isLessThan(300);
    pass(3600);
    assertThat(get(resource).at("/properties/provisioningState").asText()).isEqualTo("Succeeded");
  }

  /** The body of a request for a template with these resources and other members. */
  ObjectNode request(String template, String parameters) {
    ObjectNode body = MAPPER.createObjectNode();
    ObjectNode properties = body.putObject("properties").put("mode", "Incremental");
    properties.set("template", json(template));
    properties.set("parameters", json(parameters));
    return body;
  }

  public ArmClient.Answer deploy(String name, String template) {
    return deploy(name, template, "{}");
  }

  public ArmClient.Answer deploy(String name, String template, String parameters) {
    return raw("PUT", deployment(name), request(template, parameters).toString());
  }

  ArmClient.Answer validate(String template, String parameters) {
    return raw("POST", deployment("v") + "/validate", request(template, parameters).toString());
  }

  /** A deployment that is accepted, and how it is when this much time has passed. */
  public JsonNode deployed(String name, String template, int seconds) {
    ArmClient.Answer accepted = deploy(name, template);
    assertThat(accepted.status()).as(accepted.json().toString()).isLessThan(202);
    pass(seconds);
    return shown(name);
  }

  public JsonNode shown(String name) {
    return send("GET", deployment(name), "").json();
  }

  public String state(String name) {
    return shown(name).at("/properties/provisioningState").asText();
  }

  /** JSON for comparison, in one line. */
  public String brief(JsonNode node) {
    return node.toString()
        .replace(network(), "~")
        .replace(group(), "~~")
        .replace('"', '\'')
        .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "G");
  }

  @Override
  public void close() {
    simulator.close();
  }
}
