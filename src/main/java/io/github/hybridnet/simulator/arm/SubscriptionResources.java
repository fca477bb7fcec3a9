package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ResourceView.Look;
import io.github.hybridnet.simulator.arm.ResourceView.Occasion;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Response;
import java.util.List;
import java.util.Optional;

/** Lists of resources: of all types, in a group or the subscription, or of one type everywhere. */
final class SubscriptionResources {
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
            .orElseGet(() -> List.copyOf(estate.resources.values()));
    return Response.json(200, new Paging(call).page(all, this::generic));
  }

  private ObjectNode generic(ObjectNode resource) {
    ObjectNode shown = Json.object();
    for (String field : List.of("id", "name", "type", "sku", "location", "zones", "tags")) {
      if (resource.has(field)) {
        shown.set(field, resource.get(field));
      }
    }
    if (call.query().getOrDefault("$expand", "").contains("provisioningState")) {
      shown.put("provisioningState", ProvisioningState.of(resource));
    }
    return shown;
  }

  /** The list of one type, as the provider itself shows it. */
  Response list(ResourceType type) {
    Look look = new Look(Occasion.LISTED, call.apiVersion(), world.now());
    ObjectNode body = Json.object();
    ArrayNode value = body.putArray("value");
    world.resources().all(type.name()).forEach(found -> value.add(type.view().show(found, look)));
    return Response.json(200, body);
  }
}
