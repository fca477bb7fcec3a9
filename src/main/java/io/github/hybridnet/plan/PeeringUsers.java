package io.github.hybridnet.plan;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Whether networks are connected to the circuit of a peering: by connections of the plan, by others
 * that the plan has found, and by authorizations, whose users may be in other subscriptions. Users
 * that must not be read may be there.
 */
final class PeeringUsers {
  private final ResourceKey peering;
  private final ResourceKey circuit;
  private final Plan plan;

  /** The users of the peering that a change of the plan writes. */
  PeeringUsers(Change change, Plan plan) {
    this.peering = change.key();
    this.circuit = Parts.wholeOf(change.key()).orElse(change.key());
    this.plan = plan;
  }

  boolean areThere() {
    return plan.effects().stream().anyMatch(this::isOfUsers)
        || standing(ResourceType.CONNECTION).anyMatch(c -> Uses.refersTo(c.body(), circuit))
        || standing(ResourceType.CIRCUIT)
            .filter(actual -> actual.key().isSame(circuit))
            .flatMap(a -> Bodies.maps(a.observed().get(Uses.AUTHORIZATIONS)).stream())
            .anyMatch(PeeringUsers::mayBeUsed);
  }

  private boolean isOfUsers(Effect effect) {
    return effect.key().isSame(peering) || (!effect.known() && effect.key().isSame(circuit));
  }

  private Stream<ActualResource> standing(ResourceType type) {
    return plan.changes().stream()
        .filter(change -> change.key().type() == type)
        .flatMap(change -> Stream.ofNullable(change.actual()));
  }

  private static boolean mayBeUsed(Map<String, Object> authorization) {
    return !"Available".equalsIgnoreCase(Objects.toString(authorization.get("useStatus"), ""))
        || !Objects.toString(authorization.get("connection"), "").isEmpty();
  }
}
