package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A deployment; a view of what is stored of it. */
final class Deployment {
  private final ArmId id;
  private final ObjectNode data;

  /** The states of a deployment. */
  enum State {
    ACCEPTED("Accepted"),
    RUNNING("Running"),
    SUCCEEDED("Succeeded"),
    FAILED("Failed"),
    CANCELED("Canceled"),
    DELETING("Deleting");

    private final String word;

    State(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    boolean active() {
      return this == ACCEPTED || this == RUNNING;
    }
  }

  Deployment(ArmId id, ObjectNode data) {
    this.id = id;
    this.data = data;
  }

  /** A new one. */
  static Deployment accepted(ArmId id, Submission submission, Instant now) {
    ObjectNode data = Json.object();
    data.put("state", State.ACCEPTED.name());
    data.put("mode", submission.mode());
    data.put("started", now.toString()).put("changed", now.toString());
    data.set("template", submission.template());
    for (String member : List.of("location", "tags")) {
      if (submission.body().has(member)) {
        data.set(member, submission.body().get(member));
      }
    }
    data.putArray("steps");
    return new Deployment(id, data);
  }

  ArmId id() {
    return id;
  }

  /** All of it, to be stored. */
  ObjectNode data() {
    return data;
  }

  State state() {
    return State.valueOf(data.path("state").asText());
  }

  void enter(State state, Instant now) {
    data.put("state", state.name()).put("changed", now.toString());
  }

  boolean complete() {
    return text("mode").equals("Complete");
  }

  ObjectNode template() {
    return (ObjectNode) data.required("template");
  }

  Instant started() {
    return Instant.parse(text("started"));
  }

  Instant changed() {
    return Instant.parse(text("changed"));
  }

  /** A text that was stored; empty if there is none. */
  String text(String name) {
    return data.path(name).asText("");
  }

  /** Something that was stored; missing if there is none. */
  JsonNode part(String name) {
    return data.path(name);
  }

  void set(String name, JsonNode value) {
    data.set(name, value);
  }

  void set(String name, String value) {
    data.put(name, value);
  }

  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    data.path("steps").forEach(node -> steps.add(new Step((ObjectNode) node)));
    return steps;
  }

  Step add(ObjectNode step) {
    data.withArrayProperty("steps").add(step);
    return new Step(step);
  }
}
