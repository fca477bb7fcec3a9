package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One plan being carried out. All state belongs to the thread that calls {@link #run()}. */
final class PlanRun {
  private record Outcome(
      Change change, @Nullable ActualResource actual, @Nullable CloudException failure) {}

  private final Plan plan;
  private final ResourceWriter writer;
  private final Heartbeat heartbeat;

  private final List<Change> waiting = new ArrayList<>();
  private final Set<ResourceKey> unfinished = new HashSet<>();
  private final Locks locks = new Locks();
  private final Map<ResourceKey, ActualResource> done = new LinkedHashMap<>();
  private final Map<ResourceKey, CloudException> failures = new LinkedHashMap<>();
  private final Map<ResourceKey, ResourceKey> skipped = new LinkedHashMap<>();

  PlanRun(Plan plan, ResourceWriter writer, Heartbeat heartbeat) {
    this.plan = plan;
    this.writer = writer;
    this.heartbeat = heartbeat;
  }

  EngineResult run() throws InterruptedException {
    for (Change change : plan.changes()) {
      if (change.isWrite()) {
        waiting.add(change);
        unfinished.add(change.key());
      } else {
        done.put(change.key(), Objects.requireNonNull(change.actual()));
      }
    }
    try (Workers writers = new Workers(Math.max(1, waiting.size()), "hybridnet-write")) {
      carryOut(new ExecutorCompletionService<>(writers.executor()));
    }
    return result();
  }

  private void carryOut(CompletionService<Outcome> writers) throws InterruptedException {
    int running = startReady(writers);
    while (running > 0) {
      settle(outcome(writers.take()));
      running += startReady(writers) - 1;
    }
  }

  private int startReady(CompletionService<Outcome> writers) {
    int started = 0;
    for (Iterator<Change> rest = waiting.iterator(); rest.hasNext(); ) {
      Change change = rest.next();
      ResourceKey broken = brokenNeed(change);
      if (broken != null) {
        rest.remove();
        unfinished.remove(change.key());
        skipped.put(change.key(), broken);
        heartbeat.skipped(change, broken);
      } else if (isReady(change) && locks.tryTake(change.desired().rules().locks())) {
        rest.remove();
        heartbeat.started(change);
        var unused = writers.submit(() -> write(change));
        started++;
      }
    }
    return started;
  }

  private boolean isReady(Change change) {
    return change.desired().dependsOn().stream().noneMatch(unfinished::contains);
  }

  private @Nullable ResourceKey brokenNeed(Change change) {
    return change.desired().dependsOn().stream()
        .filter(k -> failures.containsKey(k) || skipped.containsKey(k))
        .findFirst()
        .orElse(null);
  }

  private Outcome write(Change change) throws InterruptedException {
    try {
      return new Outcome(change, writer.write(change), null);
    } catch (CloudException failure) {
      return new Outcome(change, null, failure);
    }
  }

  private static Outcome outcome(Future<Outcome> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw Unwrapped.of(e);
    }
  }

  private void settle(Outcome outcome) {
    Change change = outcome.change();
    unfinished.remove(change.key());
    locks.release(change.desired().rules().locks());
    CloudException failure = outcome.failure();
    if (failure == null) {
      done.put(change.key(), Objects.requireNonNull(outcome.actual()));
      heartbeat.finished(change);
    } else {
      failures.put(change.key(), failure);
      heartbeat.failed(change, failure);
    }
  }

  private EngineResult result() {
    Map<Change, ActualResource> resources = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      ActualResource actual = done.get(change.key());
      if (actual != null) {
        resources.put(change, actual);
      }
    }
    return new EngineResult(resources, failures, List.copyOf(skipped.keySet()));
  }
}
