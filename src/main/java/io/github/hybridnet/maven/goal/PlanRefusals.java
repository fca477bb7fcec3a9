package io.github.hybridnet.maven.goal;

import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.AssignedValues;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Contradictions;
import io.github.hybridnet.plan.HiddenSecrets;
import io.github.hybridnet.plan.NewGatewaySubnet;
import io.github.hybridnet.plan.Plan;
import java.util.List;
import java.util.Optional;

/** Why a plan is not carried out, whatever removals the user agrees to. */
final class PlanRefusals {
  private PlanRefusals() {}

  /**
   * The first reason: HN4040, HN4020, HN4080, HN4022, HN4085 or HN4087; empty when there is none.
   */
  static Optional<HybridnetException> first(Plan plan) {
    List<Change> irreplaceable = plan.irreplaceable();
    return CircuitProblems.unchangeable(irreplaceable)
        .or(() -> one(irreplaceable).map(PlanProblems::irreplaceable))
        .or(() -> one(Contradictions.of(plan)).map(PlanProblems::contradictory))
        .or(() -> NewGatewaySubnet.taken(plan).map(PlanProblems::taken))
        .or(() -> one(HiddenSecrets.radius(plan)).map(SecretProblems::radius))
        .or(() -> one(AssignedValues.unmet(plan)).map(PlanProblems::assigned));
  }

  private static <T> Optional<List<T>> one(List<T> found) {
    return Optional.of(found).filter(list -> !list.isEmpty());
  }
}
