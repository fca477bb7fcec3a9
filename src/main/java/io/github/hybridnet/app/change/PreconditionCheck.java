package io.github.hybridnet.app.change;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.SettledResourceReader;
import io.github.hybridnet.engine.guard.ChangeGuard;
import io.github.hybridnet.engine.guard.GuardObjection;
import io.github.hybridnet.engine.guard.GuardQuestion;
import io.github.hybridnet.engine.guard.GuardedPlan;
import io.github.hybridnet.engine.guard.GuardedWork;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.SideEffect;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Checks before a plan is carried out whether Azure would allow all of it. A change that cannot be
 * undone only starts if every check was possible; before other changes a failed check is a warning.
 */
public final class PreconditionCheck {
  private final ChangeGuard guard;
  private final LineWriter out;

  public PreconditionCheck(CloudSession cloud, EngineOptions options, LineWriter out) {
    SettledResourceReader settled =
        new SettledResourceReader(
            cloud.cloud(), options, event -> EngineEventText.write(event, out));
    this.guard =
        ChangeGuard.waiting(cloud.cloud(), cloud.questions(), settled)
            .withCertificates(options.clock())
            .withSignIn(cloud::signIn, options.clock());
    this.out = out;
  }

  /**
   * Fails if a check objects to the plan.
   *
   * @param made the resource groups that were just created for it
   * @throws UserException HN4060 or HN4061
   */
  public void require(Plan plan, List<ResourceKey> made) throws InterruptedException {
    Optional<UserException> problem = problem(plan, made);
    if (problem.isPresent()) {
      throw problem.get();
    }
  }

  /** What would stop a plan that is not carried out. */
  public Optional<UserException> preview(Plan plan) throws InterruptedException {
    if (plan.newGroups().isEmpty()) {
      return problem(plan, List.of());
    }
    out.info(
        "Locks, permissions, policies and quotas can only be checked after the resource group"
            + " exists. The group is created first.");
    return Optional.empty();
  }

  private Optional<UserException> problem(Plan plan, List<ResourceKey> made)
      throws InterruptedException {
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    GuardedWork work = GuardedPlan.of(plan);
    List<GuardObjection> found = new ArrayList<>(guard.objections(work));
    plan.sideEffects().stream()
        .filter(e -> !e.known())
        .map(PreconditionCheck::unknown)
        .forEach(found::add);
    List<GuardObjection> stopping =
        found.stream().filter(o -> o.stops(work.irreversible())).toList();
    found.stream().filter(o -> !stopping.contains(o)).forEach(o -> out.warn(text(o)));
    return stopping.isEmpty()
        ? Optional.empty()
        : Optional.of(PreconditionProblems.of(stopping, made));
  }

  private static GuardObjection unknown(SideEffect sideEffect) {
    return new GuardObjection(
        GuardQuestion.USERS,
        GuardObjection.Kind.NOT_ALLOWED,
        sideEffect.text(),
        "give this identity the role Reader on the subscription");
  }

  private static String text(GuardObjection guardObjection) {
    return guardObjection.text() + " Fix: " + guardObjection.fix() + ".";
  }
}
