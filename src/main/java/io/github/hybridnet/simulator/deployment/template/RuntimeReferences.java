package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code reference()}: reads the state of resources through Resource Manager. */
public final class RuntimeReferences implements TemplateScope.References {
  private final World world;
  private final Supplier<TemplatePlan> plan;

  /** The plan is asked for later, because making it needs the scope that this belongs to. */
  public RuntimeReferences(World world, Supplier<TemplatePlan> plan) {
    this.world = world;
    this.plan = plan;
  }

  @Override
  public JsonNode read(String resource, @Nullable String apiVersion, boolean full) {
    Optional<PlannedResource> planned = plan.get().index().find(resource);
    ArmId id =
        planned
            .map(PlannedResource::id)
            .or(() -> ArmId.parse(resource))
            .orElseThrow(() -> unknown(resource));
    String version =
        Optional.ofNullable(apiVersion)
            .or(() -> planned.map(PlannedResource::apiVersion))
            .orElseThrow(() -> noVersion(resource));
    ServerResponse answer = world.send("GET", id.toString(), version, null);
    JsonNode body = answer.body().orElseThrow();
    if (answer.status() != 200) {
      throw new TemplateException(body.path("error").path("message").asText());
    }
    if (full) {
      return full(body.deepCopy(), id, version, planned.isPresent());
    }
    return body.has("properties") ? body.get("properties") : JsonCodec.object();
  }

  private static ObjectNode full(ObjectNode body, ArmId id, String version, boolean inTemplate) {
    body.remove(List.of("id", "name", "type"));
    body.put("apiVersion", version).put("referenceApiVersion", version);
    body.put("subscriptionId", id.subscription());
    body.put("resourceGroupName", id.resourceGroup());
    String text = id.toString();
    int path = text.indexOf("/providers/");
    body.put("resourceId", path < 0 ? text : text.substring(path + "/providers/".length()));
    return body.put("isTemplateResource", inTemplate);
  }

  private static TemplateException unknown(String resource) {
    return new TemplateException(
        "The template reference '%s' is not valid: could not find template resource or resource copy"
                .formatted(resource)
            + " with this name. Please see https://aka.ms/arm-function-reference for usage"
            + " details.");
  }

  private static TemplateException noVersion(String resource) {
    return new TemplateException(
        "The template function 'reference' needs an API version for '%s', which is not defined in"
                .formatted(resource)
            + " the template. Please see https://aka.ms/arm-function-reference for usage details.");
  }
}
