package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** A template of the resources in a resource group. */
final class GroupTemplateExport {
  private static final String API_VERSION = "2024-05-01";

  private final World world;
  private final ArmCall call;

  GroupTemplateExport(World world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  ServerResponse serve(ArmId group) {
    if (!call.method().equals("POST")) {
      throw call.wrongMethod();
    }
    JsonNode body = call.body();
    if (body == null || !body.path("resources").isArray()) {
      throw ArmErrors.invalidRequestContent(
          "Required property 'resources' not found in JSON. Path ''");
    }
    if (body.path("outputFormat").asText("Json").equalsIgnoreCase("Bicep")) {
      throw DeploymentErrors.notSimulated("templates in Bicep");
    }
    ObjectNode answer = JsonCodec.object();
    answer.set("template", template(group, body));
    return ServerResponse.json(200, answer);
  }

  private ObjectNode template(ArmId group, JsonNode body) {
    ObjectNode template = JsonCodec.object();
    template.put(
        "$schema",
        "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#");
    template.put("contentVersion", "1.0.0.0");
    ObjectNode parameters = template.putObject("parameters");
    template.putObject("variables");
    ArrayNode resources = template.putArray("resources");
    boolean plain =
        body.path("options").asText().toLowerCase(Locale.ROOT).contains("parameterization");
    List<ArmId> chosen = chosen(group, body.path("resources"));
    chosen.forEach(id -> resources.add(resource(id, chosen, plain)));
    if (!plain) {
      chosen.forEach(id -> parameter(id, parameters));
    }
    return template;
  }

  private static void parameter(ArmId id, ObjectNode parameters) {
    parameters
        .putObject(ExportedResource.parameter(id))
        .put("defaultValue", id.name())
        .put("type", "String");
  }

  private List<ArmId> chosen(ArmId group, JsonNode wanted) {
    Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    wanted.forEach(each -> ids.add(each.asText()));
    List<ArmId> chosen = new ArrayList<>();
    JsonNode all =
        world
            .send("GET", group + "/resources", API_VERSION, null)
            .body()
            .orElseThrow()
            .path("value");
    for (JsonNode resource : all) {
      String id = resource.path("id").asText();
      if (ids.contains("*") || ids.contains(id)) {
        chosen.add(ArmId.parse(id).orElseThrow());
      }
    }
    return chosen;
  }

  private ObjectNode resource(ArmId id, List<ArmId> chosen, boolean plain) {
    ObjectNode found =
        (ObjectNode) world.send("GET", id.toString(), API_VERSION, null).body().orElseThrow();
    return new ExportedResource(id, chosen, plain).of(WritableResourcePart.of(found), API_VERSION);
  }
}
