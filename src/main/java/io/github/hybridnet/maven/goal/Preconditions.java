package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.SettledRead;
import io.github.hybridnet.engine.guard.ChangeGuard;
import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.engine.guard.PlannedWork;
import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.engine.guard.Undertaking;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.Effect;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks before a plan is carried out whether all of it would be allowed. What cannot be undone is
 * begun only when every question was answered; before anything else an open question is a warning.
 */
final class Preconditions {
  private final ChangeGuard guard;
  private final LineWriter out;

  Preconditions(OpenCloud cloud, EngineOptions options, LineWriter out) {
    SettledRead settled =
        new SettledRead(cloud.cloud(), options, event -> EventText.write(event, out));
    this.guard =
        ChangeGuard.waiting(cloud.cloud(), cloud.questions(), settled)
            .withSignIn(cloud::signIn, options.clock());
    this.out = out;
  }

  /**
   * Requires that nothing speaks against a plan.
   *
   * @param made the resource groups that were made for it just before
   * @throws HybridnetException HN4060 or HN4061
   */
  void require(Plan plan, List<ResourceKey> made) throws InterruptedException {
    Optional<HybridnetException> problem = problem(plan, made);
    if (problem.isPresent()) {
      throw problem.get();
    }
  }

  /** What would stop a plan that is not carried out. */
  Optional<HybridnetException> look(Plan plan) throws InterruptedException {
    if (plan.newGroups().isEmpty()) {
      return problem(plan, List.of());
    }
    out.info(
        "Locks, rights, policy and quota are checked when the resource group exists. It is created"
            + " first.");
    return Optional.empty();
  }

  private Optional<HybridnetException> problem(Plan plan, List<ResourceKey> made)
      throws InterruptedException {
    if (plan.isEmpty()) {
      return Optional.empty();
    }
    Undertaking work = PlannedWork.of(plan);
    List<Objection> found = new ArrayList<>(guard.objections(work));
    plan.effects().stream().filter(e -> !e.known()).map(Preconditions::unknown).forEach(found::add);
    List<Objection> stopping = found.stream().filter(o -> o.stops(work.irreversible())).toList();
    found.stream().filter(o -> !stopping.contains(o)).forEach(o -> out.warn(told(o)));
    return stopping.isEmpty()
        ? Optional.empty()
        : Optional.of(PreconditionProblems.of(stopping, made));
  }

  private static Objection unknown(Effect effect) {
    return new Objection(
        Question.USERS,
        Objection.Kind.NOT_ALLOWED,
        effect.text(),
        "give this identity the role Reader on the subscription");
  }

  private static String told(Objection objection) {
    return objection.text() + " Fix: " + objection.fix() + ".";
  }
}
