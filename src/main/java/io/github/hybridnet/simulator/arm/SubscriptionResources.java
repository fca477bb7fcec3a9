package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Optional;

/** Lists of resources: of all types, in a group or the subscription, or of one type everywhere. */
final class SubscriptionResources {
  private static final String BY_TAG = "(?is).*\\btag(name|value)\\b.*";

  private final Transaction world;
  private final ArmCall call;

  SubscriptionResources(Transaction world, ArmCall call) {
    this.world = world;
    this.call = call;
  }

  /** The generic list, whose elements have no properties. */
  Response list(Optional<ArmId> group) {
    Estate estate = world.estate();
    List<ObjectNode> all =
        group
            .map(id -> estate.byGroup.of(id.key()))
            .orElseGet(() -> List.copyOf(estate.resources.values()))
            .stream()
            .filter(this::listed)
            .toList();
    return Response.json(200, new Paging(call).page(all, this::generic));
  }

  /** What belongs to Resource Manager itself, such as deployments, is no resource to list. */
  private boolean listed(ObjectNode resource) {
    return ArmId.parse(resource.path("id").asText())
        .filter(id -> world.types().find(id.type()).isPresent())
        .isPresent();
  }

  private ObjectNode generic(ObjectNode resource) {
    ObjectNode shown = Json.object();
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
    Times times =
        ArmId.parse(resource.path("id").asText())
            .map(id -> world.estate().times.get(id.key()))
            .orElse(null);
    if (wanted.contains("createdTime") && times != null) {
      shown.put("createdTime", times.created().toString());
    }
    if (wanted.contains("changedTime") && times != null) {
      shown.put("changedTime", times.changed().toString());
    }
    if (wanted.contains("provisioningState")) {
      shown.put("provisioningState", ProvisioningState.of(resource));
    }
  }

  /** The list of one type, as the provider itself shows it. */
  Response list(ResourceType type) {
    Look look = new Look(Occasion.LISTED, call.apiVersion(), world.now());
    return world.views().list(type, world.resources().storedOf(type.name()), look);
  }
}
