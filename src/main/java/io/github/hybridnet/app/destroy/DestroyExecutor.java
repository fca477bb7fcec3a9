package io.github.hybridnet.app.destroy;

import io.github.hybridnet.app.change.StepFailureReport;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceRemoval;
import io.github.hybridnet.plan.destroy.DestroyPlan;
import io.github.hybridnet.plan.destroy.DestroyPlanner;
import io.github.hybridnet.plan.destroy.RetainedResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries a removal out, and records the outcome. */
final class DestroyExecutor {
  private final Engine engine;
  private final DestroySurvey survey;
  private final DestroyPlanner planner;

  private final List<ResourceKey> removed = new ArrayList<>();
  private final List<ResourceKey> absent = new ArrayList<>();
  private final List<RetainedResource> kept = new ArrayList<>();
  private final Map<ResourceKey, CloudException> failures = new LinkedHashMap<>();
  private final List<ResourceKey> skipped = new ArrayList<>();

  DestroyExecutor(Engine engine, DestroySurvey survey, DestroyPlanner planner) {
    this.engine = engine;
    this.survey = survey;
    this.planner = planner;
  }

  /** Carries out what was decided; the groups last, and only those that are empty then. */
  void carryOut(DestroyPlan destroyPlan) throws InterruptedException {
    absent.addAll(destroyPlan.absent());
    kept.clear();
    kept.addAll(destroyPlan.kept());
    remove(destroyPlan.insideGroups());
    for (ResourceRemoval group : destroyPlan.groups().removals()) {
      if (isComplete()) {
        removeIfEmpty(group);
      } else {
        skipped.add(group.key());
      }
    }
  }

  private void remove(Plan plan) throws InterruptedException {
    EngineResult result = engine.run(plan);
    failures.putAll(result.failures());
    skipped.addAll(result.skipped());
    removed.addAll(result.removed());
  }

  private void removeIfEmpty(ResourceRemoval group) throws InterruptedException {
    List<String> members;
    try {
      if (survey.isGone(group.key())) {
        absent.add(group.key());
        return;
      }
      members = survey.membersOf(group.key(), removedOrAbsent());
    } catch (CloudException failure) {
      failures.put(group.key(), failure);
      return;
    }
    if (members.isEmpty()) {
      remove(new Plan(List.of(), List.of(group)));
    } else {
      kept.add(planner.keptBy(group.actual(), members));
    }
  }

  /** Whether every removal succeeded. */
  boolean isComplete() {
    return failures.isEmpty() && skipped.isEmpty();
  }

  List<ResourceKey> removed() {
    return removed;
  }

  List<RetainedResource> kept() {
    return kept;
  }

  StepFailureReport failures() {
    return new StepFailureReport(failures, skipped);
  }

  /** What no longer exists, whoever removed it. */
  List<ResourceKey> removedOrAbsent() {
    return Stream.concat(removed.stream(), absent.stream()).toList();
  }

  /** What still exists; what failed or was not tried is read again. */
  List<ResourceKey> remaining() throws InterruptedException {
    Set<ResourceKey> doubtful = new LinkedHashSet<>(failures.keySet());
    doubtful.addAll(skipped);
    return Stream.concat(kept.stream().map(RetainedResource::key), survey.remains(doubtful).keys())
        .toList();
  }
}
