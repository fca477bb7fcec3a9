package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.EventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.DeploymentSurvey;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.engine.status.PathSurvey;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.Standing;
import java.util.List;
import java.util.function.Consumer;

/** Reads what stands, plans, shows the plan and carries it out. */
final class Deployment {
  private final OpenCloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Consumer<EngineEvent> listener;

  Deployment(OpenCloud cloud, EngineOptions options, LineWriter out) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.listener = event -> EventText.write(event, out);
  }

  /** The plan, shown, that the user agreed to. */
  Plan plan(List<DesiredResource> desired, Consent consent) throws InterruptedException {
    return plan(desired, read(desired), consent);
  }

  /** The plan from what was read, shown, that the user agreed to. */
  Plan plan(List<DesiredResource> desired, Standing standing, Consent consent)
      throws InterruptedException {
    Plan plan = show(desired, standing);
    consent.require(plan, out);
    return plan;
  }

  /** The plan, shown. */
  Plan show(List<DesiredResource> desired) throws InterruptedException {
    return show(desired, read(desired));
  }

  /** The plan from what was read, shown. */
  Plan show(List<DesiredResource> desired, Standing standing) throws InterruptedException {
    Plan plan = new PathSurvey(cloud.views()).of(new Planner().plan(desired, standing));
    PlanText.lines(plan).forEach(out::info);
    return plan;
  }

  /**
   * Carries a plan out, when all of it would be allowed. Only in a resource group that stands can
   * that be asked, so that groups are made before: they cost nothing.
   */
  EngineResult carryOut(Plan plan) throws InterruptedException {
    Engine engine = new Engine(cloud.cloud(), options, listener);
    Preconditions preconditions = new Preconditions(cloud, options, out);
    Plan groups = plan.newGroups();
    if (groups.isEmpty()) {
      preconditions.require(plan, List.of());
      new Bill(cloud, out).announce(plan);
      return engine.run(plan);
    }
    EngineResult made = engine.run(groups);
    if (!made.isComplete()) {
      return made;
    }
    Plan rest = plan.without(groups);
    preconditions.require(rest, groups.changes().stream().map(Change::key).toList());
    new Bill(cloud, out).announce(rest);
    return made.and(engine.run(rest));
  }

  Standing read(List<DesiredResource> desired) throws InterruptedException {
    try {
      return new DeploymentSurvey(cloud.cloud(), options, listener).read(desired);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }
}
