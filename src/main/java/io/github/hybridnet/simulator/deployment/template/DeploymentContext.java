package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;

/** What a template can ask about the place that it is deployed to. */
public final class DeploymentContext {
  private final World world;
  private final ArmId id;
  private final ObjectNode template;
  private final String mode;

  public DeploymentContext(World world, ArmId id, ObjectNode template, String mode) {
    this.world = world;
    this.id = id;
    this.template = template;
    this.mode = mode;
  }

  World world() {
    return world;
  }

  /** The id of the deployment. */
  ArmId id() {
    return id;
  }

  ObjectNode resourceGroup() {
    ObjectNode group =
        world
            .group(id)
            .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(id.resourceGroup()))
            .deepCopy();
    return group.put("type", TypeName.RESOURCE_GROUPS);
  }

  ObjectNode subscription() {
    ObjectNode subscription = JsonCodec.object();
    subscription.put("id", "/subscriptions/" + id.subscription());
    subscription.put("subscriptionId", id.subscription());
    subscription.put("tenantId", world.context().account().tenantId());
    return subscription.put("displayName", "hybridnet simulator");
  }

  ObjectNode tenant() {
    return JsonCodec.object().put("tenantId", world.context().account().tenantId());
  }

  ObjectNode deployment() {
    ObjectNode deployment = JsonCodec.object().put("name", id.name());
    ObjectNode properties = deployment.putObject("properties");
    properties.set("template", template.deepCopy());
    properties.put("mode", mode).put("provisioningState", "Accepted");
    return deployment;
  }
}
