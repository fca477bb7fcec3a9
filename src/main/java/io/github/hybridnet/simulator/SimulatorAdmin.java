package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Controls a simulator, in this process or another, by its admin endpoints. */
public final class SimulatorAdmin {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final SimulatorAccess access;
  private final HttpClient client;

  SimulatorAdmin(SimulatorAccess access) {
    this.access = access;
    this.client =
        HttpClient.newBuilder()
            .sslContext(access.sslContext())
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
  }

  /** The simulated time of this moment. */
  public Instant now() {
    return Instant.parse(call("GET", "clock", "").path("now").asText());
  }

  /** Lets simulated time pass at once, with everything that is due until then. */
  public void advance(Duration simulated) {
    call("POST", "clock", text(JsonCodec.object().put("advance", simulated.toString())));
  }

  /**
   * Moves the provider's side of a circuit.
   *
   * @param circuit the name of the circuit, which must be the only one of this name
   * @param state {@code NotProvisioned}, {@code Provisioning}, {@code Provisioned} or {@code
   *     Deprovisioning}
   */
  public void provider(String circuit, String state) {
    call("POST", "circuits/" + escaped(circuit) + "/provider", text(object("state", state)));
  }

  /**
   * Sets the status that a connection shows.
   *
   * @param connection the name of the connection, which must be the only one of this name
   * @param status such as {@code NotConnected}; {@code absent}: the member is left out; {@code
   *     null}: it is shown as null
   */
  public void connectionStatus(String connection, String status) {
    call("PUT", "connections/" + escaped(connection) + "/status", text(object("status", status)));
  }

  /**
   * The requests since the start or the last reset, the oldest first; admin calls are not among
   * them.
   */
  public List<RecordedRequest> requests() {
    JsonNode all = call("GET", "requests", "").path("requests");
    return StreamSupport.stream(all.spliterator(), false).map(SimulatorAdmin::request).toList();
  }

  /**
   * Adds rules for faults.
   *
   * @param rules JSON, as in a file of rules
   * @throws SimulatorException if they have mistakes; it names all of them
   */
  public void addFaults(String rules) {
    send("POST", "faults", rules);
  }

  /** Removes all rules for faults. */
  public void clearFaults() {
    send("DELETE", "faults", "");
  }

  /**
   * Plays these variants from now on, and the usual values of all others.
   *
   * @param variants names and values; none for what is usual
   * @throws SimulatorException if a name or value does not exist; it names all of them
   */
  public void variants(Map<String, String> variants) {
    ObjectNode body = JsonCodec.object();
    variants.forEach(body::put);
    call("PUT", "variants", text(body));
  }

  /**
   * The variants that are played and are not the usual ones, by their names.
   *
   * @return names and values; empty if everything is as usual
   */
  public Map<String, String> unusualVariants() {
    Map<String, String> unusual = new LinkedHashMap<>();
    for (JsonNode variant : call("GET", "variants", "").path("variants")) {
      String value = variant.path("value").asText();
      if (!value.equals(variant.path("values").path(0).asText())) {
        unusual.put(variant.path("name").asText(), value);
      }
    }
    return unusual;
  }

  /**
   * Forgets all resources, operations, secrets, requests and rules for faults; those of the file
   * are read again. Address, credentials and simulated time stay.
   */
  public void reset() {
    call("POST", "reset", "");
  }

  /**
   * Saves all resources, operations and secrets in memory under this name, until the simulator
   * stops.
   */
  public void save(String name) {
    call("PUT", "snapshots/" + escaped(name), "");
  }

  /**
   * Restores what was saved under this name. Simulated time does not go back: an operation that was
   * running then has ended if its time has passed.
   */
  public void restore(String name) {
    call("POST", "snapshots/" + escaped(name) + "/restore", "");
  }

  /**
   * Makes any admin call of {@code docs/simulator.md}.
   *
   * @param method the HTTP method
   * @param path what follows {@code _simulator/}
   * @param body JSON; empty or null for none
   * @return the JSON of the answer; empty if it had none
   * @throws SimulatorException if it was refused, with what the simulator said
   */
  public String send(String method, String path, @Nullable String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(access.endpoint() + "/_simulator/" + path))
            .header("Authorization", "Bearer " + access.credentials().adminToken())
            .timeout(PATIENCE)
            .method(method, HttpRequest.BodyPublishers.ofString(body == null ? "" : body))
            .build();
    String call = "The simulator's admin call " + method + " " + path;
    try {
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new SimulatorException(
            call + " was answered with " + response.statusCode() + ": " + response.body());
      }
      return response.body();
    } catch (IOException e) {
      throw new SimulatorException(call + " was not answered: " + why(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SimulatorException(call + " was interrupted", e);
    }
  }

  /** Java says nothing of a refused connection. */
  private String why(IOException e) {
    return e.getMessage() == null && e instanceof ConnectException
        ? "nothing listens at " + access.endpoint()
        : StartProblems.why(e);
  }

  private JsonNode call(String method, String path, String body) {
    String answer = send(method, path, body);
    try {
      return JsonCodec.parse(answer.getBytes(StandardCharsets.UTF_8));
    } catch (JsonCodec.BadJsonException e) {
      throw new SimulatorException("The simulator's answer to " + path + " is " + e.why(), e);
    }
  }

  private static RecordedRequest request(JsonNode node) {
    return new RecordedRequest(
        node.path("sequence").asLong(),
        Instant.parse(node.path("simulatedTime").asText()),
        node.path("method").asText(),
        node.path("path").asText(),
        node.path("query").asText(),
        node.path("status").asInt(),
        Optional.ofNullable(node.path("provisioningState").textValue()));
  }

  private static ObjectNode object(String field, String value) {
    return JsonCodec.object().put(field, value);
  }

  private static String text(JsonNode node) {
    return new String(JsonCodec.bytes(node), StandardCharsets.UTF_8);
  }

  private static String escaped(String segment) {
    return URLEncoder.encode(segment, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
