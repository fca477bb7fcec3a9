package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A circuit that a failed operation has left in the state {@code Failed}: Azure refuses all its
 * parts then, until the circuit has been written once more (recorded: {@code
 * ParentResourceIsInFailedState}, "Run PUT operation on the parent, then retry operation").
 */
final class FailedCircuitRepair {
  private final DisconnectContext context;

  FailedCircuitRepair(DisconnectContext context) {
    this.context = context;
  }

  /** Whether a part was refused because of its circuit. */
  static boolean isReasonOf(CloudException failure) {
    return failure.code().equals(ErrorCode.PARENT_FAILED);
  }

  /**
   * Writes the circuit with its actual body.
   *
   * @param peeringKey the MD5 key of the private peering, which Azure does not show and which the
   *     write could remove
   */
  void writeAgain(Optional<Secret> peeringKey, Duration limit) throws InterruptedException {
    ResourceKey key = context.target().circuit().key();
    ActualResource actual =
        context
            .settled(key)
            .orElseThrow(
                () ->
                    DisconnectContext.requestRefused(
                        OwnErrorCode.CIRCUIT_MISSING, "The " + key.quoted() + " does not exist"));
    DeclaredResource nothingNew =
        new DeclaredResource(key, Map.of(), List.of(), DeclaredResource.WriteRules.locking(key));
    Map<String, Object> body =
        peeringKey
            .map(secret -> BodyMerge.withHidden(actual.body(), hidden(secret)))
            .orElse(actual.body());
    context
        .requests()
        .apply(
            new ResourceChange(ResourceChange.Action.UPDATE, nothingNew, actual, List.of()),
            body,
            limit);
  }

  private static Map<String, Object> hidden(Secret secret) {
    Map<String, Object> peering =
        Map.of("name", DrillTarget.PRIVATE_PEERING, "properties", Map.of("sharedKey", secret));
    return Map.of("properties", Map.of("peerings", List.of(peering)));
  }
}
