package io.github.hybridnet.simulator.network.resource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.TimedWork;
import java.util.List;
import java.util.Optional;

/**
 * Whether a PUT changes more than tags. If not, the service answers {@code Succeeded} at once for
 * virtual networks, subnets, public addresses and local gateways.
 */
public final class NoOpUpdates {
  private static final List<String> MEASURED = List.of("etag", "provisioningState");

  private NoOpUpdates() {}

  /** The answer to such a PUT: an operation only if there is something to do. */
  public static OperationAnswer answer(
      Optional<ObjectNode> before, ObjectNode after, String durations) {
    if (before.isEmpty()) {
      return OperationAnswer.stored(after, TimedWork.lasting(durations + ".create"));
    }
    return unchanged(before.get(), after)
        ? OperationAnswer.storedAtOnce(after)
        : OperationAnswer.stored(after, TimedWork.lasting(durations + ".update"));
  }

  private static boolean unchanged(ObjectNode before, ObjectNode after) {
    return ProvisioningStateField.of(before).equals(ProvisioningStateField.SUCCEEDED)
        && settled(before).equals(settled(after));
  }

  private static ObjectNode settled(ObjectNode resource) {
    ObjectNode copy = resource.deepCopy();
    copy.remove("tags");
    strip(copy);
    return copy;
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(MEASURED);
    }
    node.forEach(NoOpUpdates::strip);
  }
}
