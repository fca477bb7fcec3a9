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

  /** The plan, shown, without any removal. */
  Plan plan(List<DesiredResource> desired) throws InterruptedException {
    return plan(desired, read(desired));
  }

  /** The plan from what was read, shown, without any removal. */
  Plan plan(List<DesiredResource> desired, Standing standing) {
    Plan plan = show(desired, standing);
    Consent.NONE.require(plan, out);
    return plan;
  }

  /** The plan, shown, that the user agreed to. */
  Plan plan(List<DesiredResource> desired, Consent consent) throws InterruptedException {
    Plan plan = show(desired);
    consent.require(plan, out);
    return plan;
  }

  /** The plan, shown. */
  Plan show(List<DesiredResource> desired) throws InterruptedException {
    return show(desired, read(desired));
  }

  private Plan show(List<DesiredResource> desired, Standing standing) {
    Plan plan = new Planner().plan(desired, standing);
    PlanText.lines(plan).forEach(out::info);
    return plan;
  }

  EngineResult carryOut(Plan plan) throws InterruptedException {
    return new Engine(cloud.cloud(), options, listener).run(plan);
  }

  Standing read(List<DesiredResource> desired) throws InterruptedException {
    try {
      return new DeploymentSurvey(cloud.cloud(), options, listener).read(desired);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }
}
