package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.Call;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.Restated;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A circuit that a failed operation has left in the state {@code Failed}: Azure refuses all its
 * parts then, until the circuit has been written once more (recorded: {@code
 * ParentResourceIsInFailedState}, "Run PUT operation on the parent, then retry operation").
 */
final class FailedCircuit {
  private static final String CODE = "ParentResourceIsInFailedState";

  private final Work work;

  FailedCircuit(Work work) {
    this.work = work;
  }

  /** Whether a part was refused because of its circuit. */
  static boolean isReasonOf(CloudException failure) {
    return failure.code().equals(CODE);
  }

  /**
   * Writes the circuit as it stands.
   *
   * @param peeringKey the MD5 key of the private peering, which Azure does not show and which the
   *     write could take away
   */
  void writeAgain(Optional<Secret> peeringKey, Call call) throws InterruptedException {
    ResourceKey key = work.target().circuit().key();
    ActualResource standing =
        work.settled(key)
            .orElseThrow(() -> Work.refused("CircuitMissing", "The " + key + " does not exist"));
    DesiredResource nothingNew =
        new DesiredResource(key, Map.of(), List.of(), DesiredResource.WriteRules.locking(key));
    Map<String, Object> body =
        peeringKey
            .map(secret -> Restated.over(standing.body(), hidden(secret)))
            .orElse(standing.body());
    work.ports()
        .cloud()
        .apply(new Change(Change.Action.UPDATE, nothingNew, standing, List.of()), body, call);
  }

  private static Map<String, Object> hidden(Secret secret) {
    Map<String, Object> peering =
        Map.of("name", DrillTarget.PRIVATE_PEERING, "properties", Map.of("sharedKey", secret));
    return Map.of("properties", Map.of("peerings", List.of(peering)));
  }
}
