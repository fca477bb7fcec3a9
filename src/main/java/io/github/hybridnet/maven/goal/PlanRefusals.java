package io.github.hybridnet.maven.goal;

import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.AssignedValues;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Contradictions;
import io.github.hybridnet.plan.HiddenSecrets;
import io.github.hybridnet.plan.NewGatewaySubnet;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a plan is not carried out, whatever removals the user agrees to: the one list that {@code
 * plan} shows and {@code deploy-network} stops at.
 */
final class PlanRefusals {
  private PlanRefusals() {}

  /** All reasons: HN4040, HN4020, HN4080, HN4022, HN4085 and HN4087; empty when there is none. */
  static List<HybridnetException> of(Plan plan) {
    List<Change> irreplaceable = plan.irreplaceable();
    List<Change> others =
        irreplaceable.stream().filter(c -> c.key().type() != ResourceType.CIRCUIT).toList();
    return Stream.of(
            CircuitProblems.unchangeable(irreplaceable),
            one(others).map(PlanProblems::irreplaceable),
            one(Contradictions.of(plan)).map(PlanProblems::contradictory),
            NewGatewaySubnet.taken(plan).map(PlanProblems::taken),
            one(HiddenSecrets.radius(plan)).map(SecretProblems::radius),
            one(AssignedValues.unmet(plan)).map(PlanProblems::assigned))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<List<T>> one(List<T> found) {
    return Optional.of(found).filter(list -> !list.isEmpty());
  }
}
