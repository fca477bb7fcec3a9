package io.github.hybridnet.plan.outage;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ChildResources;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.ResourceUsers;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.SideEffect;
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
  PeeringUsers(ResourceChange resourceChange, Plan plan) {
    this.peering = resourceChange.key();
    this.circuit = ChildResources.wholeOf(resourceChange.key()).orElse(resourceChange.key());
    this.plan = plan;
  }

  boolean areThere() {
    return plan.sideEffects().stream().anyMatch(this::isOfUsers)
        || actual(ResourceType.CONNECTION).anyMatch(c -> ResourceUsers.refersTo(c.body(), circuit))
        || actual(ResourceType.CIRCUIT)
            .filter(actual -> actual.key().isSame(circuit))
            .flatMap(
                a -> ResourceBody.maps(a.observed().get(ResourceUsers.AUTHORIZATIONS)).stream())
            .anyMatch(PeeringUsers::mayBeUsed);
  }

  private boolean isOfUsers(SideEffect sideEffect) {
    return sideEffect.key().isSame(peering)
        || (!sideEffect.known() && sideEffect.key().isSame(circuit));
  }

  private Stream<ActualResource> actual(ResourceType type) {
    return plan.changes().stream()
        .filter(resourceChange -> resourceChange.key().type() == type)
        .flatMap(resourceChange -> Stream.ofNullable(resourceChange.actual()));
  }

  private static boolean mayBeUsed(Map<String, Object> authorization) {
    return !"Available".equalsIgnoreCase(Objects.toString(authorization.get("useStatus"), ""))
        || !Objects.toString(authorization.get("connection"), "").isEmpty();
  }
}
