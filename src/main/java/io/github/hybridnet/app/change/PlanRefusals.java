package io.github.hybridnet.app.change;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.diff.AssignedValues;
import io.github.hybridnet.plan.diff.HiddenSecrets;
import io.github.hybridnet.plan.diff.PredictedRefusals;
import io.github.hybridnet.plan.replace.GatewaySubnetConflict;
import io.github.hybridnet.text.UserException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a plan is not carried out, whatever the user allows: the one list that {@code plan} shows and
 * that stops {@code create-circuit} and {@code deploy-network}.
 */
public final class PlanRefusals {
  private PlanRefusals() {}

  /**
   * All reasons; empty when there is none.
   *
   * @param noPeeringKeys whether the user confirms that peerings without a declared key have none
   */
  static List<UserException> of(Plan plan, boolean noPeeringKeys) {
    return Stream.concat(ofCircuit(plan, noPeeringKeys).stream(), ofNetwork(plan).stream())
        .toList();
  }

  /** Why {@code create-circuit} would stop: HN4040 and HN4086. */
  public static List<UserException> ofCircuit(Plan plan, boolean noPeeringKeys) {
    return Stream.of(
            CircuitChangeProblems.find(plan.irreplaceable()),
            noPeeringKeys
                ? Optional.<UserException>empty()
                : one(HiddenSecrets.peerings(plan)).map(SecretProblems::peeringKeys))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Why {@code deploy-network} would stop: HN4020, HN4080, HN4022, HN4085 and HN4087. */
  public static List<UserException> ofNetwork(Plan plan) {
    List<ResourceChange> irreplaceable =
        plan.irreplaceable().stream().filter(c -> c.key().type() != ResourceType.CIRCUIT).toList();
    return Stream.of(
            one(irreplaceable).map(PlanProblems::irreplaceable),
            one(PredictedRefusals.of(plan)).map(PlanProblems::contradictory),
            GatewaySubnetConflict.taken(plan).map(PlanProblems::taken),
            one(HiddenSecrets.radius(plan)).map(SecretProblems::radius),
            one(AssignedValues.unmet(plan)).map(PlanProblems::assigned))
        .flatMap(Optional::stream)
        .toList();
  }

  private static <T> Optional<List<T>> one(List<T> found) {
    return Optional.of(found).filter(list -> !list.isEmpty());
  }
}
