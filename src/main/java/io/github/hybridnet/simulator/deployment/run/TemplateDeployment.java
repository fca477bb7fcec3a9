package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.DeploymentRequest;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A deployment; a view of what is stored of it. */
public final class TemplateDeployment {
  private final ArmId id;
  private final ObjectNode data;

  /** The states of a deployment. */
  public enum State {
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

    public String word() {
      return word;
    }

    public boolean active() {
      return this == ACCEPTED || this == RUNNING;
    }
  }

  TemplateDeployment(ArmId id, ObjectNode data) {
    this.id = id;
    this.data = data;
  }

  /** A deployment that was accepted just now. */
  static TemplateDeployment accepted(ArmId id, DeploymentRequest deploymentRequest, Instant now) {
    ObjectNode data = JsonCodec.object();
    data.put("state", State.ACCEPTED.name());
    data.put("mode", deploymentRequest.mode());
    data.put("started", now.toString()).put("changed", now.toString());
    data.set("template", deploymentRequest.template());
    for (String member : List.of("location", "tags")) {
      if (deploymentRequest.body().has(member)) {
        data.set(member, deploymentRequest.body().get(member));
      }
    }
    data.putArray("steps");
    return new TemplateDeployment(id, data);
  }

  public ArmId id() {
    return id;
  }

  /** All of it, to be stored. */
  ObjectNode data() {
    return data;
  }

  public State state() {
    return State.valueOf(data.path("state").asText());
  }

  public void enter(State state, Instant now) {
    data.put("state", state.name()).put("changed", now.toString());
  }

  boolean complete() {
    return text("mode").equals("Complete");
  }

  public ObjectNode template() {
    return (ObjectNode) data.required("template");
  }

  public Instant started() {
    return Instant.parse(text("started"));
  }

  public Instant changed() {
    return Instant.parse(text("changed"));
  }

  /** A text that was stored; empty if there is none. */
  public String text(String name) {
    return data.path(name).asText("");
  }

  /** Something that was stored; missing if there is none. */
  public JsonNode part(String name) {
    return data.path(name);
  }

  public void set(String name, JsonNode value) {
    data.set(name, value);
  }

  public void set(String name, String value) {
    data.put(name, value);
  }

  public List<DeploymentStep> steps() {
    List<DeploymentStep> steps = new ArrayList<>();
    data.path("steps").forEach(node -> steps.add(new DeploymentStep((ObjectNode) node)));
    return steps;
  }

  DeploymentStep add(ObjectNode step) {
    data.withArrayProperty("steps").add(step);
    return new DeploymentStep(step);
  }
}
