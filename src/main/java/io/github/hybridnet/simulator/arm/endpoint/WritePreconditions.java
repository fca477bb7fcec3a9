package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceEtags;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import java.util.Optional;
import java.util.regex.Pattern;

/** Resource Manager's checks of a write, before those of the resource type. */
final class WritePreconditions {
  private static final Pattern NAME = Pattern.compile("\\w([\\w.-]{0,78}\\w)?");

  private final Transaction world;
  private final ArmCall call;

  WritePreconditions(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** Refuses a write in a group that is being deleted. */
  void group(ArmId id) {
    ObjectNode group =
        world
            .group(id)
            .filter(found -> call.isOfTheCloud() || !world.isUnknownElsewhere(id))
            .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(id.resourceGroup()));
    if (ProvisioningStateField.of(group).equals(ProvisioningStateField.DELETING)) {
      throw PlacementErrors.resourceGroupBeingDeleted(group.path("name").asText());
    }
  }

  /** Checks the headers {@code If-Match} and {@code If-None-Match}. */
  void etag(ResourceRequest request) {
    Optional<ObjectNode> existing = request.existing();
    if (call.header("If-None-Match").filter("*"::equals).isPresent() && existing.isPresent()) {
      throw ArmErrors.preconditionFailed();
    }
    String wanted = call.header("If-Match").orElse("");
    if (wanted.isEmpty()) {
      return;
    }
    String etag = ResourceEtags.of(existing.orElseThrow(ArmErrors::preconditionFailed));
    if (!wanted.equals("*") && !opaque(wanted).equals(opaque(etag))) {
      throw ArmErrors.etagMismatch(wanted, etag, request.id());
    }
  }

  /** Checks name, location and parent of a new resource. */
  void put(ResourceTypeDefinition type, ResourceRequest request) {
    ArmId id = request.id();
    if (!NAME.matcher(id.name()).matches()) {
      throw ArmErrors.invalidResourceName(id.name());
    }
    ObjectNode body = request.body();
    JsonNode properties = body.path("properties");
    if (!properties.isMissingNode() && !properties.isNull() && !properties.isObject()) {
      throw ArmErrors.invalidRequestContent("'properties' is not an object");
    }
    if (!id.isChild()) {
      location(type, request, body);
    } else if (!world.resources().exists(id.parent())) {
      throw ArmErrors.parentResourceNotFound(id.parent());
    }
  }

  private void location(ResourceTypeDefinition type, ResourceRequest request, ObjectNode body) {
    String location = body.path("location").asText("");
    if (location.isBlank()) {
      throw PlacementErrors.locationRequired();
    }
    if (!AzureLocations.isWellFormed(location)) {
      throw PlacementErrors.invalidLocation(location);
    }
    String name = AzureLocations.normalise(location);
    if (!AzureLocations.exists(name)) {
      throw PlacementErrors.locationNotAvailableForType(location, type.name());
    }
    String existing =
        request.existing().map(found -> found.path("location").asText("")).orElse(name);
    if (!existing.equals(name)) {
      throw PlacementErrors.locationChanged(request.id(), existing, name);
    }
  }

  /**
   * The deletion that already runs on the resource, if this is a DELETE.
   *
   * @throws ArmException for other writes while it runs
   */
  Optional<StoredOperation> deletion(ArmId id) {
    Optional<StoredOperation> deletion =
        world.running(id).stream()
            .map(running -> world.state().operations().get(running.operationId()))
            .filter(operation -> operation != null && operation.job().deletes())
            .filter(operation -> operation.job().target().equals(id))
            .findFirst();
    if (deletion.isPresent() && !call.method().equals("DELETE")) {
      throw ArmErrors.anotherOperationInProgress(deletion.get().id());
    }
    return deletion;
  }

  private static String opaque(String etag) {
    return etag.startsWith("W/") ? etag.substring(2) : etag;
  }
}
