package io.github.hybridnet.simulator.authorization;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.error.PlacementErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.List;
import java.util.Optional;

/**
 * What a path of {@code Microsoft.Authorization} is about.
 *
 * @param id the subscription, group or resource, as it spells itself
 * @param rest what follows the collection
 */
record AuthorizationPath(ArmId id, List<String> rest) {

  /**
   * Reads {@code {scope}/providers/Microsoft.Authorization/{collection}/…}; empty for other paths.
   *
   * @throws ArmException if the scope does not exist
   */
  static Optional<AuthorizationPath> of(World world, ArmCall call, String collection) {
    for (int i = 2; i < call.size(); i++) {
      if (call.is(i, "providers")
          && call.is(i + 1, "Microsoft.Authorization")
          && call.is(i + 2, collection)) {
        String scope = "/" + String.join("/", call.from(0).subList(0, i));
        ArmId id = ArmId.parse(scope).orElseThrow(call::unknown);
        return Optional.of(new AuthorizationPath(spelled(world, id), call.from(i + 3)));
      }
    }
    return Optional.empty();
  }

  private static ArmId spelled(World world, ArmId id) {
    if (id.resourceGroup().isEmpty()) {
      return ArmId.subscription(world.context().account().subscriptionId());
    }
    JsonNode found =
        id.isResource()
            ? world.resources().find(id).orElseThrow(() -> ArmErrors.resourceNotFound(id))
            : world
                .group(id)
                .orElseThrow(() -> PlacementErrors.resourceGroupNotFound(id.resourceGroup()));
    return ArmId.parse(found.path("id").asText()).orElse(id);
  }
}
