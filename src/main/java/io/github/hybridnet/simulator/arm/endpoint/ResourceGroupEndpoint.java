package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.PolicyTags;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEnvelope;
import io.github.hybridnet.simulator.arm.engine.ResourceGroupDeletion;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Resource groups: created and changed at once, deleted by an operation. */
final class ResourceGroupEndpoint {
  static final int RETRY_AFTER = 15;

  private final Transaction world;
  private final ArmCall call;
  private final String subscription;

  ResourceGroupEndpoint(Transaction world, ArmCall call, String subscription) {
    this.world = world;
    this.call = call;
    this.subscription = subscription;
  }

  /** Serves the requests below {@code …/resourceGroups/{path}}. */
  ServerResponse serve(List<String> path) {
    if (path.isEmpty()) {
      return list();
    }
    ArmId id = ArmId.group(subscription, valid(path.get(0)));
    if (path.size() == 1) {
      return group(id);
    }
    if (path.size() > 2 && path.get(1).equalsIgnoreCase("providers")) {
      return new ResourceEndpoint(world, call).serve(id, path.subList(2, path.size()));
    }
    if (path.size() == 2 && path.get(1).equalsIgnoreCase("resources") && call.gets()) {
      existing(id);
      return new ResourceListEndpoint(world, call).list(Optional.of(id));
    }
    throw call.unknown();
  }

  private static String valid(String name) {
    String invalid =
        name.codePoints()
            .filter(c -> !Character.isLetterOrDigit(c) && "-.()_".indexOf(c) < 0)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (!invalid.isEmpty()) {
      throw PlacementErrors.invalidResourceGroup(name, invalid);
    }
    return name;
  }

  private ServerResponse group(ArmId id) {
    return switch (call.method()) {
      case "GET" -> ServerResponse.json(200, show(existing(id)));
      case "HEAD" -> ServerResponse.empty(world.group(id).isPresent() ? 204 : 404);
      case "PUT" -> put(id);
      case "PATCH" -> patch(id);
      case "DELETE" -> delete(id);
      default -> throw call.wrongMethod();
    };
  }

  private ObjectNode existing(ArmId id) {
    return world
        .group(id)
        .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(id.resourceGroup()));
  }

  private ServerResponse list() {
    if (!call.gets()) {
      throw call.wrongMethod();
    }
    List<ObjectNode> all = List.copyOf(world.state().groups().values());
    return ServerResponse.json(200, new ListPaging(call).page(all, this::show));
  }

  private ServerResponse put(ArmId id) {
    JsonNode body = call.body();
    if (body == null || !body.isObject()) {
      throw ArmErrors.missingBody();
    }
    String location = location(body);
    Optional<ObjectNode> existing = world.group(id);
    existing.ifPresent(group -> unchanged(group, body, location));
    ObjectNode group = JsonCodec.object();
    String name = existing.map(found -> found.path("name").asText()).orElse(id.resourceGroup());
    group.put("id", ArmId.group(subscription, name).toString());
    group.put("name", name);
    group.put("type", TypeName.RESOURCE_GROUPS);
    group.put("location", location);
    JsonNode managedBy =
        body.has("managedBy")
            ? body.get("managedBy")
            : existing.map(found -> found.path("managedBy")).orElse(body.path("managedBy"));
    if (managedBy.isTextual()) {
      group.set("managedBy", managedBy);
    }
    if (body.path("tags").isObject()) {
      group.set("tags", body.get("tags"));
    }
    group.putObject("properties").put("provisioningState", ProvisioningStateField.SUCCEEDED);
    PolicyTags.add(world, group);
    world.putGroup(id, group);
    return ServerResponse.json(existing.isPresent() ? 200 : 201, show(group));
  }

  private static String location(JsonNode body) {
    String location = body.path("location").asText("");
    if (location.isBlank()) {
      throw PlacementErrors.locationRequired();
    }
    if (!AzureLocations.isWellFormed(location)) {
      throw PlacementErrors.invalidLocation(location);
    }
    String name = AzureLocations.normalise(location);
    if (!AzureLocations.exists(name)) {
      throw PlacementErrors.locationNotAvailableForGroup(location);
    }
    return name;
  }

  private static void unchanged(ObjectNode group, JsonNode body, String location) {
    String name = group.path("name").asText();
    String existing = group.path("location").asText();
    if (ProvisioningStateField.of(group).equals(ProvisioningStateField.DELETING)) {
      throw PlacementErrors.resourceGroupBeingDeleted(name);
    }
    if (!existing.equals(location)) {
      throw PlacementErrors.invalidResourceGroupLocation(
          name, existing, body.path("location").asText());
    }
  }

  private ServerResponse patch(ArmId id) {
    ObjectNode group = existing(id).deepCopy();
    JsonNode body = call.body();
    if (body == null || !body.isObject()) {
      throw ArmErrors.missingBody();
    }
    if (ProvisioningStateField.of(group).equals(ProvisioningStateField.DELETING)) {
      throw PlacementErrors.resourceGroupBeingDeleted(group.path("name").asText());
    }
    if (body.path("tags").isObject()) {
      ResourceEnvelope.tags(group, body.get("tags"));
    }
    PolicyTags.add(world, group);
    world.putGroup(id, group);
    return ServerResponse.json(200, show(group));
  }

  private ServerResponse delete(ArmId id) {
    ObjectNode group = existing(id);
    StoredOperation job = ResourceGroupDeletion.start(world, id, group);
    ServerResponse serverResponse =
        ServerResponse.empty(202)
            .with(OperationHeaders.LOCATION, call.url(jobPath(subscription, job.id())));
    return OperationHeaders.retryAfter(serverResponse, world, job, RETRY_AFTER);
  }

  static String jobPath(String subscription, String job) {
    return "/subscriptions/" + subscription + "/operationresults/" + job;
  }

  /** Versions before 2019-10-01 do not return the type. */
  private ObjectNode show(ObjectNode group) {
    ObjectNode shown = group.deepCopy();
    if (call.apiVersion().compareTo("2019-10-01") < 0) {
      shown.remove("type");
    }
    return shown;
  }
}
