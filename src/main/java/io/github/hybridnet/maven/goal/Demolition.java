package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Engine;
import io.github.hybridnet.engine.EngineResult;
import io.github.hybridnet.plan.Destruction;
import io.github.hybridnet.plan.DestructionPlanner;
import io.github.hybridnet.plan.Kept;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Carries a destruction out, and remembers what became of it. */
final class Demolition {
  private final Engine engine;
  private final DestroySurvey survey;
  private final DestructionPlanner planner;

  private final List<ResourceKey> removed = new ArrayList<>();
  private final List<ResourceKey> absent = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Map<ResourceKey, CloudException> failures = new LinkedHashMap<>();
  private final List<ResourceKey> skipped = new ArrayList<>();

  Demolition(Engine engine, DestroySurvey survey, DestructionPlanner planner) {
    this.engine = engine;
    this.survey = survey;
    this.planner = planner;
  }

  /** Carries out what was decided; the groups last, and only those that are empty then. */
  void carryOut(Destruction destruction) throws InterruptedException {
    absent.addAll(destruction.absent());
    kept.clear();
    kept.addAll(destruction.kept());
    remove(destruction.insideGroups());
    for (Removal group : destruction.groups().removals()) {
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

  private void removeIfEmpty(Removal group) throws InterruptedException {
    List<String> members;
    try {
      if (survey.isGone(group.key())) {
        absent.add(group.key());
        return;
      }
      members = survey.membersOf(group.key(), gone());
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

  /** Whether nothing failed. */
  boolean isComplete() {
    return failures.isEmpty() && skipped.isEmpty();
  }

  List<ResourceKey> removed() {
    return removed;
  }

  List<Kept> kept() {
    return kept;
  }

  Map<ResourceKey, CloudException> failures() {
    return failures;
  }

  List<ResourceKey> skipped() {
    return skipped;
  }

  /** What does not stand any more, whoever removed it. */
  List<ResourceKey> gone() {
    return Stream.concat(removed.stream(), absent.stream()).toList();
  }

  /** What still stands; of what failed and what was not tried, that is read. */
  List<ResourceKey> standing() throws InterruptedException {
    Set<ResourceKey> doubtful = new LinkedHashSet<>(failures.keySet());
    doubtful.addAll(skipped);
    return Stream.concat(kept.stream().map(Kept::key), survey.remains(doubtful).keys()).toList();
  }
}
