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
 * plan} shows and at which {@code create-circuit} and {@code deploy-network} stop.
 */
final class PlanRefusals {
  private PlanRefusals() {}

  /**
   * All reasons; empty when there is none.
   *
   * @param noPeeringKeys whether the user says that peerings without a declared key have none
   */
  static List<HybridnetException> of(Plan plan, boolean noPeeringKeys) {
    return Stream.concat(ofCircuit(plan, noPeeringKeys).stream(), ofNetwork(plan).stream())
        .toList();
  }

  /** Why {@code create-circuit} would stop: HN4040 and HN4086. */
  static List<HybridnetException> ofCircuit(Plan plan, boolean noPeeringKeys) {
    return Stream.of(
            CircuitProblems.unchangeable(plan.irreplaceable()),
            noPeeringKeys
                ? Optional.<HybridnetException>empty()
                : one(HiddenSecrets.peerings(plan)).map(SecretProblems::peeringKeys))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Why {@code deploy-network} would stop: HN4020, HN4080, HN4022, HN4085 and HN4087. */
  static List<HybridnetException> ofNetwork(Plan plan) {
    List<Change> irreplaceable =
        plan.irreplaceable().stream().filter(c -> c.key().type() != ResourceType.CIRCUIT).toList();
    return Stream.of(
            one(irreplaceable).map(PlanProblems::irreplaceable),
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
