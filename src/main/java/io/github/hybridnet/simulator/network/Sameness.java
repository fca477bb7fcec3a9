package io.github.hybridnet.simulator.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.Answer;
import io.github.hybridnet.simulator.arm.ProvisioningState;
import io.github.hybridnet.simulator.arm.Work;
import java.util.List;
import java.util.Optional;

/**
 * Whether a PUT changes more than tags. If not, the service answers {@code Succeeded} at once for
 * virtual networks, subnets, public addresses and local gateways.
 */
final class Sameness {
  private static final List<String> MEASURED = List.of("etag", "provisioningState");

  private Sameness() {}

  /** The answer to such a PUT: an operation only if there is something to do. */
  static Answer answer(Optional<ObjectNode> before, ObjectNode after, String durations) {
    if (before.isEmpty()) {
      return Answer.stored(after, Work.lasting(durations + ".create"));
    }
    return unchanged(before.get(), after)
        ? Answer.storedAtOnce(after)
        : Answer.stored(after, Work.lasting(durations + ".update"));
  }

  private static boolean unchanged(ObjectNode before, ObjectNode after) {
    return ProvisioningState.of(before).equals(ProvisioningState.SUCCEEDED)
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
    node.forEach(Sameness::strip);
  }
}
