package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Instant;
import java.util.Optional;

/** What a deployment does with one resource, and how far that is; a view of the stored form. */
public final class DeploymentStep {
  private final ObjectNode node;

  /** The state of a step. */
  public enum State {
    WAITING,
    RUNNING,
    SUCCEEDED,
    FAILED,
    /** Its condition does not hold. */
    SKIPPED
  }

  DeploymentStep(ObjectNode node) {
    this.node = node;
  }

  static ObjectNode of(ArmId id, boolean deletes, boolean deployed, Position at) {
    ObjectNode node = JsonCodec.object().put("id", id.toString());
    node.put("deletes", deletes);
    node.put("state", (deployed ? State.WAITING : State.SKIPPED).name());
    return node.put("line", at.line()).put("column", at.column());
  }

  public ArmId id() {
    return ArmId.parse(node.path("id").asText()).orElseThrow();
  }

  public boolean deletes() {
    return node.path("deletes").asBoolean();
  }

  Position at() {
    return new Position(node.path("line").asInt(), node.path("column").asInt(), "");
  }

  public State state() {
    return State.valueOf(node.path("state").asText());
  }

  public boolean is(State state) {
    return state() == state;
  }

  /** Whether whatever waits for this step may go on. */
  boolean satisfied() {
    return is(State.SUCCEEDED) || is(State.SKIPPED);
  }

  /** The first attempt was made. */
  void begun(String operationId, Instant now) {
    if (!node.has("started")) {
      node.put("started", now.toString()).put("operationId", operationId);
    }
  }

  public boolean hasBegun() {
    return node.has("started");
  }

  /** The request was accepted; the path is where its operation is asked for. */
  void running(String path, String request) {
    node.remove("retryAt");
    node.put("poll", path).put("serviceRequestId", request);
    node.put("state", State.RUNNING.name());
  }

  String poll() {
    return node.path("poll").asText();
  }

  void ended(State state, String status, Instant now) {
    node.remove("retryAt");
    node.put("state", state.name()).put("statusCode", status).put("ended", now.toString());
  }

  /** What failed: what lists of operations say, and what the deployment's own error says. */
  void failed(ObjectNode message, JsonNode error) {
    node.set("statusMessage", message);
    node.set("error", error);
  }

  JsonNode error() {
    return node.path("error");
  }

  void retryAt(Instant moment) {
    node.put("retryAt", moment.toString());
  }

  Optional<Instant> retryAt() {
    return instant("retryAt");
  }

  public Optional<Instant> started() {
    return instant("started");
  }

  public Optional<Instant> ended() {
    return instant("ended");
  }

  public String operationId() {
    return text("operationId");
  }

  public String serviceRequestId() {
    return text("serviceRequestId");
  }

  public String statusCode() {
    return text("statusCode");
  }

  public JsonNode statusMessage() {
    return node.path("statusMessage");
  }

  private String text(String name) {
    return node.path(name).asText("");
  }

  private Optional<Instant> instant(String name) {
    return Optional.ofNullable(node.path(name).textValue()).map(Instant::parse);
  }
}
