package io.github.hybridnet.simulator.network.relation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.body.ReferenceCheck;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.resource.NetworkTypes;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A member {@code {"id": …}} of a request that names another resource.
 *
 * @param node the member; null if the client sent none
 * @param type what it must name
 * @param path where it stands in the request, for error messages
 */
public record ResourceReference(@Nullable JsonNode node, TypeName type, String path) {

  /** The member of this name in the properties of a request's body. */
  public static ResourceReference of(ObjectNode body, String name, TypeName type) {
    return new ResourceReference(
        JsonMembers.at(body, "properties", name), type, "properties." + name);
  }

  public boolean isSent() {
    return node != null;
  }

  /**
   * The id as the client spells it.
   *
   * @throws ArmException if there is none, or if it is not the id of such a resource
   */
  ArmId id() {
    String text = JsonMembers.text(node, "id");
    Optional<ArmError.Detail> mistake = ReferenceCheck.mistake(text, type, path);
    if (mistake.isPresent()) {
      throw NetworkErrors.unreadable(mistake.get());
    }
    return ArmId.parse(Objects.requireNonNull(text)).orElseThrow();
  }

  /**
   * The resource that is named.
   *
   * @throws ArmException if the reference is not one, or if nothing of that id exists
   */
  public ObjectNode resolve(World world, ArmId by) {
    ArmId id = id();
    return world
        .resources()
        .find(id)
        .orElseThrow(() -> NetworkErrors.absentReference(id.spelled(type, id.resourceGroup()), by));
  }

  /** As {@link #resolve}; refused for a while if that resource is being changed. */
  public ObjectNode resolveIdle(World world, ArmId by) {
    ObjectNode found = resolve(world, by);
    world.running(id()).stream()
        .findFirst()
        .ifPresent(
            running -> {
              throw busy(world, by, NetworkErrors.notProvisioned(idOf(found), by, running));
            });
    return found;
  }

  private static ArmException busy(World world, ArmId by, ArmError.Detail why) {
    boolean ownCode =
        by.type().equals(NetworkTypes.NETWORK_PEERING)
            || world.behaviour().variants().is(AzureVariant.BUSY_REFERENCE, "not-provisioned");
    return ownCode
        ? NetworkErrors.referencedIsNotProvisioned(why)
        : NetworkErrors.referencedIsBusy(why);
  }

  /** A reference to a resource that was found: its id in the service's own spelling, no more. */
  public static ObjectNode to(ObjectNode resource) {
    return JsonCodec.object().put("id", idOf(resource));
  }

  public static String idOf(JsonNode resource) {
    return JsonMembers.textOr(resource, "id", "");
  }
}
