package io.github.hybridnet.app.change;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.console.EngineEventText;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.console.PlanText;
import io.github.hybridnet.engine.ActualStateReader;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.diff.DnsServerOrderCheck;
import io.github.hybridnet.plan.diff.Planner;
import io.github.hybridnet.status.ActivePathReader;
import java.util.List;
import java.util.function.Consumer;

/** Reads the actual resources, plans, shows the plan and carries it out. */
public final class PlanWorkflow {
  private final CloudSession cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Consumer<EngineEvent> listener;

  public PlanWorkflow(CloudSession cloud, EngineOptions options, LineWriter out) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.listener = event -> EngineEventText.write(event, out);
  }

  /** The plan, shown; fails if the user did not allow it. */
  public Plan plan(List<DeclaredResource> desired, PlanApproval planApproval)
      throws InterruptedException {
    return plan(desired, read(desired), planApproval);
  }

  /** The plan from what was read, shown; fails if the user did not allow it. */
  public Plan plan(
      List<DeclaredResource> desired, ActualState actualState, PlanApproval planApproval)
      throws InterruptedException {
    Plan plan = show(desired, actualState, planApproval);
    planApproval.require(plan, out);
    return plan;
  }

  /**
   * Makes the plan and writes it to the console. What this identity may not read is named in it.
   */
  public Plan show(List<DeclaredResource> desired) throws InterruptedException {
    return show(desired, readAllowed(desired), PlanApproval.NONE);
  }

  /** The plan from what was read, shown with what the user allows of it. */
  Plan show(List<DeclaredResource> desired, ActualState actualState, PlanApproval planApproval)
      throws InterruptedException {
    Plan plan = new ActivePathReader(cloud.views()).of(new Planner().plan(desired, actualState));
    PlanText.lines(plan, planApproval.given()).forEach(out::info);
    plan.changes().stream()
        .flatMap(resourceChange -> DnsServerOrderCheck.of(resourceChange).stream())
        .forEach(out::warn);
    return plan;
  }

  /**
   * Carries a plan out if Azure would allow all of it. That can only be checked in an existing
   * resource group, so groups are created first: they cost nothing.
   */
  public EngineResult carryOut(Plan plan) throws InterruptedException {
    Engine engine = new Engine(cloud.cloud(), options, listener);
    PreconditionCheck preconditionCheck = new PreconditionCheck(cloud, options, out);
    Plan groups = plan.newGroups();
    if (groups.isEmpty()) {
      preconditionCheck.require(plan, List.of());
      new BillingNotice(cloud, out).warnOfCreation(plan);
      return engine.run(plan);
    }
    EngineResult made = engine.run(groups);
    if (!made.isComplete()) {
      return made;
    }
    Plan rest = plan.without(groups);
    preconditionCheck.require(rest, groups.changes().stream().map(ResourceChange::key).toList());
    new BillingNotice(cloud, out).warnOfCreation(rest);
    return made.and(engine.run(rest));
  }

  /** All that a plan is made from. */
  public ActualState read(List<DeclaredResource> desired) throws InterruptedException {
    try {
      return reader().readFor(desired);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  /** What this identity may read of all that a plan is made from; fails if that is nothing. */
  public ActualState readAllowed(List<DeclaredResource> desired) throws InterruptedException {
    try {
      return reader().readAllowedFor(desired);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }

  private ActualStateReader reader() {
    return new ActualStateReader(cloud.cloud(), options, listener);
  }
}
