package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.template.PlannedResource;
import io.github.hybridnet.simulator.deployment.template.PreparedDeployment;
import io.github.hybridnet.simulator.deployment.template.SecretExpressions;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a deployment would change. */
final class WhatIfComparison {

  private final World world;
  private final PreparedDeployment prepared;
  private final boolean idsOnly;
  private final SecretExpressions secretExpressions;

  WhatIfComparison(World world, PreparedDeployment prepared) {
    this.world = world;
    this.prepared = prepared;
    JsonNode settings = prepared.submission().body().path("properties").path("whatIfSettings");
    this.idsOnly = settings.path("resultFormat").asText().equalsIgnoreCase("ResourceIdOnly");
    this.secretExpressions = new SecretExpressions(prepared.submission().template());
  }

  /** The answer, as it is given out at the {@code Location}. */
  ObjectNode result(ArmId group) {
    ObjectNode result = JsonCodec.object().put("status", "Succeeded");
    ObjectNode properties = result.putObject("properties");
    properties.put("correlationId", world.ids().guid());
    ArrayNode changes = properties.putArray("changes");
    Set<ArmId> named = new HashSet<>();
    for (PlannedResource resource : prepared.plan().resources()) {
      if (resource.deployed()) {
        named.add(resource.id());
        changes.add(change(resource));
      }
    }
    others(group, named).forEach(changes::add);
    return result;
  }

  private ObjectNode change(PlannedResource resource) {
    ObjectNode before = existing(resource.id(), resource.apiVersion()).orElse(null);
    ObjectNode change = JsonCodec.object().put("resourceId", resource.id().toString());
    if (idsOnly) {
      return change.put("changeType", before == null ? "Create" : "Deploy");
    }
    ObjectNode after = after(resource);
    if (before == null) {
      change.put("changeType", "Create").set("after", after);
      return change;
    }
    ArrayNode delta = PropertyChanges.between(before, after);
    change.put("changeType", delta.isEmpty() ? "NoChange" : "Modify");
    change.set("before", before);
    change.set("after", after);
    change.set("delta", delta);
    return change;
  }

  /** Secrets stay the expressions that they are in the template, and so does what is not known. */
  private ObjectNode after(PlannedResource resource) {
    ObjectNode after = JsonCodec.object();
    after.put("apiVersion", resource.apiVersion()).put("id", resource.id().toString());
    after.put("name", resource.name()).put("type", resource.id().type().toString());
    TemplateEvaluator templateEvaluator =
        new TemplateEvaluator(prepared.scope(), resource.loops())
            .keeping(
                templateExpression ->
                    PlannedResource.needsState(templateExpression)
                        || secretExpressions.touches(templateExpression));
    return after.setAll(resource.body(templateEvaluator));
  }

  private Optional<ObjectNode> existing(ArmId id, String apiVersion) {
    ServerResponse answer = world.send("GET", id.toString(), apiVersion, null);
    if (answer.status() != 200 || !(answer.body().orElseThrow() instanceof ObjectNode found)) {
      return Optional.empty();
    }
    ObjectNode shown = JsonCodec.object().put("apiVersion", apiVersion);
    for (Map.Entry<String, JsonNode> field : WritableResourcePart.of(found).properties()) {
      shown.set(field.getKey(), field.getValue());
    }
    return Optional.of(shown);
  }

  /** Resources of the group that are not in the template. */
  private List<ObjectNode> others(ArmId group, Set<ArmId> named) {
    JsonNode all =
        world
            .send("GET", group + "/resources", World.API_VERSION, null)
            .body()
            .orElseThrow()
            .path("value");
    boolean goes = prepared.submission().complete();
    List<ObjectNode> others = new ArrayList<>();
    for (JsonNode resource : all) {
      ArmId id = ArmId.parse(resource.path("id").asText()).orElseThrow();
      if (!named.contains(id)) {
        ObjectNode change = JsonCodec.object().put("resourceId", id.toString());
        change.put("changeType", goes ? "Delete" : "Ignore");
        if (!idsOnly) {
          existing(id, World.API_VERSION).ifPresent(before -> payload(change, before, goes));
        }
        others.add(change);
      }
    }
    return others;
  }

  private static void payload(ObjectNode change, ObjectNode before, boolean goes) {
    change.set("before", before);
    if (!goes) {
      change.set("after", before);
    }
  }
}
