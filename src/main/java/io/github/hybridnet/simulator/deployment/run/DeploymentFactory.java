package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.deployment.template.DeploymentRequest;
import io.github.hybridnet.simulator.deployment.template.PlannedResource;
import io.github.hybridnet.simulator.deployment.template.PreparedDeployment;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.state.Sha256Digest;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes a deployment out of what was prepared. */
public final class DeploymentFactory {
  /** The instants that .NET counts from begin with the year 1. */
  private static final long EPOCH_TICKS = 621_355_968_000_000_000L;

  private final World world;
  private final PreparedDeployment prepared;

  public DeploymentFactory(World world, PreparedDeployment prepared) {
    this.world = world;
    this.prepared = prepared;
  }

  /** The deployment, accepted but not stored. */
  public TemplateDeployment make(ArmId id, String apiVersion) {
    DeploymentRequest deploymentRequest = prepared.submission();
    TemplateDeployment templateDeployment =
        TemplateDeployment.accepted(id, deploymentRequest, world.now());
    templateDeployment.set("apiVersion", apiVersion);
    templateDeployment.set("operationId", operationId(world.now()));
    templateDeployment.set("correlationId", world.ids().guid());
    templateDeployment.set("templateHash", hash(deploymentRequest.template()));
    templateDeployment.set("parameters", prepared.parameters().stored());
    templateDeployment.set("providers", providers());
    templateDeployment.set("dependencies", dependencies());
    for (PlannedResource resource : prepared.plan().resources()) {
      templateDeployment.add(
          DeploymentStep.of(resource.id(), false, resource.deployed(), resource.at()));
    }
    return templateDeployment;
  }

  /** Azure counts down in ticks of 100 ns, so that the latest sorts first. */
  private static String operationId(Instant now) {
    long ticks = EPOCH_TICKS + now.getEpochSecond() * 10_000_000 + now.getNano() / 100;
    return "%020d".formatted(Long.MAX_VALUE - ticks);
  }

  /** A number of 64 bits that changes with the template; Azure's own hash is not published. */
  private static String hash(ObjectNode template) {
    byte[] digest = Sha256Digest.of(JsonCodec.bytes(template));
    return new BigInteger(1, Arrays.copyOf(digest, Long.BYTES)).toString();
  }

  private ArrayNode providers() {
    Map<String, Map<String, ArrayNode>> found = new LinkedHashMap<>();
    for (PlannedResource resource : prepared.plan().resources()) {
      if (resource.deployed()) {
        TypeName type = resource.id().type();
        ArrayNode locations =
            found
                .computeIfAbsent(type.namespace(), name -> new LinkedHashMap<>())
                .computeIfAbsent(type.path(), path -> JsonCodec.object().arrayNode());
        location(resource, locations);
      }
    }
    ArrayNode providers = JsonCodec.object().arrayNode();
    found.forEach(
        (namespace, types) -> {
          ObjectNode provider = providers.addObject().put("namespace", namespace);
          ArrayNode resourceTypes = provider.putArray("resourceTypes");
          types.forEach(
              (type, locations) ->
                  resourceTypes.addObject().put("resourceType", type).set("locations", locations));
        });
    return providers;
  }

  /** A type without a place has {@code null} among its locations. */
  private void location(PlannedResource resource, ArrayNode locations) {
    String location = prepared.preview(resource).path("location").asText("");
    String name = location.isEmpty() ? null : AzureLocations.normalise(location);
    for (var known : locations) {
      if (name == null ? known.isNull() : known.asText().equals(name)) {
        return;
      }
    }
    locations.add(name);
  }

  private ArrayNode dependencies() {
    ArrayNode dependencies = JsonCodec.object().arrayNode();
    for (PlannedResource resource : prepared.plan().resources()) {
      var needed = prepared.plan().dependencies(resource.id());
      if (resource.deployed() && !needed.isEmpty()) {
        ObjectNode dependency = dependencies.addObject();
        ArrayNode on = dependency.putArray("dependsOn");
        needed.forEach(id -> name(on.addObject(), id));
        name(dependency, resource.id());
      }
    }
    return dependencies;
  }

  private static void name(ObjectNode node, ArmId id) {
    node.put("id", id.toString());
    node.put("resourceType", id.type().toString());
    node.put("resourceName", String.join("/", id.names()));
  }
}
