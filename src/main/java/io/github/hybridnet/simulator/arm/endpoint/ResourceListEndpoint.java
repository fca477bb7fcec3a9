package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.arm.ResourceView.ViewContext;
import io.github.hybridnet.simulator.arm.engine.Transaction;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.store.CloudState;
import io.github.hybridnet.simulator.arm.store.ResourceTimes;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.List;
import java.util.Optional;

/** Lists of resources: of all types, in a group or the subscription, or of one type everywhere. */
final class ResourceListEndpoint {
  private static final String BY_TAG = "(?is).*\\btag(name|value)\\b.*";

  private final Transaction world;
  private final ArmCall call;

  ResourceListEndpoint(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** The generic list, whose elements have no properties. */
  ServerResponse list(Optional<ArmId> group) {
    CloudState cloudState = world.state();
    List<ObjectNode> all =
        group
            .map(id -> cloudState.byGroup().of(id.key()))
            .orElseGet(() -> List.copyOf(cloudState.resources().values()))
            .stream()
            .filter(this::listed)
            .toList();
    return ServerResponse.json(200, new ListPaging(call).page(all, this::generic));
  }

  /** What belongs to Resource Manager itself, such as deployments, is no resource to list. */
  private boolean listed(ObjectNode resource) {
    return ArmId.parse(resource.path("id").asText())
        .filter(id -> world.types().find(id.type()).isPresent())
        .isPresent();
  }

  private ObjectNode generic(ObjectNode resource) {
    ObjectNode shown = JsonCodec.object();
    for (String field : List.of("id", "name", "type", "sku", "location", "zones", "tags")) {
      if (resource.has(field)) {
        shown.set(field, resource.get(field));
      }
    }
    expand(shown, resource);
    return shown;
  }

  /** With a filter by tag the service shows nothing more, whatever {@code $expand} says. */
  private void expand(ObjectNode shown, ObjectNode resource) {
    String expand = call.query().getOrDefault("$expand", "");
    if (expand.isEmpty() || call.query().getOrDefault("$filter", "").matches(BY_TAG)) {
      return;
    }
    List<String> wanted = List.of(expand.split("\\s*,\\s*"));
    ResourceTimes resourceTimes =
        ArmId.parse(resource.path("id").asText())
            .map(id -> world.state().times().get(id.key()))
            .orElse(null);
    if (wanted.contains("createdTime") && resourceTimes != null) {
      shown.put("createdTime", resourceTimes.created().toString());
    }
    if (wanted.contains("changedTime") && resourceTimes != null) {
      shown.put("changedTime", resourceTimes.changed().toString());
    }
    if (wanted.contains("provisioningState")) {
      shown.put("provisioningState", ProvisioningStateField.of(resource));
    }
  }

  /** The list of one type, as the provider itself shows it. */
  ServerResponse list(ResourceTypeDefinition type) {
    ViewContext viewContext = ViewContext.of(Occasion.LISTED, call.apiVersion(), world);
    return world.viewCache().list(type, world.resources().storedOf(type.name()), viewContext);
  }
}
