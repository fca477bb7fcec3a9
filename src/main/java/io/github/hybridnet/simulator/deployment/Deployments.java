package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.TypeName;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The deployments of the world, kept among its resources. All that templates and parameters hold is
 * one text under a name whose value the state file encrypts, because any of it may be secret.
 */
final class Deployments {
  static final TypeName TYPE = TypeName.of("Microsoft.Resources/deployments");

  private static final String SECRET = "secretValue";

  private final World world;

  Deployments(World world) {
    this.world = world;
  }

  Optional<Deployment> find(ArmId id) {
    return world.resources().find(id).map(Deployments::read);
  }

  List<Deployment> in(ArmId group) {
    return world.resources().inGroup(group, TYPE).stream().map(Deployments::read).toList();
  }

  void put(Deployment deployment) {
    world.resources().put(deployment.id(), write(deployment.id(), TYPE, deployment.data()));
  }

  void remove(ArmId id) {
    world.resources().remove(id);
  }

  /** What is stored about something of this room. */
  static ObjectNode write(ArmId id, TypeName type, ObjectNode data) {
    ObjectNode stored = Json.object().put("id", id.toString()).put("type", type.toString());
    return stored.put(SECRET, new String(Json.bytes(data), StandardCharsets.UTF_8));
  }

  /** The inside of what {@link #write} wrote. */
  static ObjectNode data(ObjectNode stored) {
    try {
      byte[] text = stored.path(SECRET).asText().getBytes(StandardCharsets.UTF_8);
      return (ObjectNode) Json.parse(text);
    } catch (Json.BadJsonException e) {
      throw new IllegalStateException("A stored deployment is damaged", e);
    }
  }

  private static Deployment read(ObjectNode stored) {
    return new Deployment(ArmId.parse(stored.path("id").asText()).orElseThrow(), data(stored));
  }
}
