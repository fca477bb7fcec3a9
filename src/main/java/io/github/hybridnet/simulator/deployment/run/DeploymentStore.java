package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The deployments of the world, kept among its resources. All that templates and parameters hold is
 * one text under a name whose value the state file encrypts, because any of it may be secret.
 */
public final class DeploymentStore {
  public static final TypeName TYPE = TypeName.of("Microsoft.Resources/deployments");

  private static final String SECRET = "secretValue";

  private final World world;

  public DeploymentStore(World world) {
    this.world = world;
  }

  public Optional<TemplateDeployment> find(ArmId id) {
    return world.resources().find(id).map(DeploymentStore::read);
  }

  public List<TemplateDeployment> in(ArmId group) {
    return world.resources().inGroup(group, TYPE).stream().map(DeploymentStore::read).toList();
  }

  public void put(TemplateDeployment templateDeployment) {
    world
        .resources()
        .put(
            templateDeployment.id(),
            write(templateDeployment.id(), TYPE, templateDeployment.data()));
  }

  public void remove(ArmId id) {
    world.resources().remove(id);
  }

  /** What is stored about something of this room. */
  public static ObjectNode write(ArmId id, TypeName type, ObjectNode data) {
    ObjectNode stored = JsonCodec.object().put("id", id.toString()).put("type", type.toString());
    return stored.put(SECRET, new String(JsonCodec.bytes(data), StandardCharsets.UTF_8));
  }

  /** The inside of what {@link #write} wrote. */
  public static ObjectNode data(ObjectNode stored) {
    try {
      byte[] text = stored.path(SECRET).asText().getBytes(StandardCharsets.UTF_8);
      return (ObjectNode) JsonCodec.parse(text);
    } catch (JsonCodec.BadJsonException e) {
      throw new IllegalStateException("A stored deployment is damaged", e);
    }
  }

  private static TemplateDeployment read(ObjectNode stored) {
    return new TemplateDeployment(
        ArmId.parse(stored.path("id").asText()).orElseThrow(), data(stored));
  }
}
