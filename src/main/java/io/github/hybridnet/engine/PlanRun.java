package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One plan being carried out. All state belongs to the thread that calls {@link #run()}. */
final class PlanRun {
  private record Outcome(
      Task task,
      @Nullable ActualResource actual,
      @Nullable CloudException failure,
      @Nullable CloudException conflict) {}

  private final Plan plan;
  private final Workshop shop;
  private final Heartbeat heartbeat;
  private final Instant begin;

  private final List<Task> waiting;
  private final Set<String> unfinished = new HashSet<>();
  private final Set<String> takenAgain = new HashSet<>();
  private final Locks locks = new Locks();
  private final Map<ResourceKey, ActualResource> written = new LinkedHashMap<>();
  private final List<ResourceKey> removed = new ArrayList<>();
  private final Map<ResourceKey, CloudException> failures = new LinkedHashMap<>();
  private final Map<String, ResourceKey> broken = new HashMap<>();
  private final Set<ResourceKey> skipped = new LinkedHashSet<>();

  PlanRun(Plan plan, Workshop shop, Heartbeat heartbeat) {
    this.plan = plan;
    this.shop = shop;
    this.heartbeat = heartbeat;
    this.begin = shop.options().clock().instant();
    this.waiting = Task.of(plan);
    waiting.forEach(task -> unfinished.add(task.id()));
  }

  EngineResult run() throws InterruptedException {
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
    for (Iterator<Task> rest = waiting.iterator(); rest.hasNext(); ) {
      Task task = rest.next();
      ResourceKey missing = brokenNeed(task);
      if (missing != null) {
        rest.remove();
        skip(task, missing);
      } else if (isReady(task) && tryTake(task)) {
        rest.remove();
        heartbeat.started(task);
        boolean again = takenAgain.contains(task.id());
        var unused = writers.submit(() -> carryOut(task, again));
        started++;
      }
    }
    return started;
  }

  private boolean isReady(Task task) {
    return task.needs().stream().noneMatch(unfinished::contains);
  }

  private boolean tryTake(Task task) {
    if (!shop.turns().tryTake(task)) {
      return false;
    }
    if (!locks.tryTake(task.locks())) {
      shop.turns().giveBack(task);
      return false;
    }
    return true;
  }

  private @Nullable ResourceKey brokenNeed(Task task) {
    return task.needs().stream().map(broken::get).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private void skip(Task task, ResourceKey because) {
    unfinished.remove(task.id());
    broken.put(task.id(), task.key());
    skipped.add(task.key());
    heartbeat.skipped(task, because);
  }

  private Outcome carryOut(Task task, boolean again) throws InterruptedException {
    try (BuildLocks.Hold hold = shop.options().locks().take(task.locks(), waitingFor(task))) {
      boolean anew = again || hold.waited() || isPlanOld();
      if (task instanceof Task.Write write) {
        return new Outcome(task, new ResourceWriter(shop).write(write, anew), null, null);
      }
      new ResourceRemover(shop).remove((Task.Remove) task, anew);
      return new Outcome(task, null, null, null);
    } catch (CloudException failure) {
      return new Outcome(task, null, failure, null);
    } catch (OtherGatewayFirst later) {
      return new Outcome(task, null, null, later.conflict());
    }
  }

  /** Others work while we wait for gateways, and not every type is written against a version. */
  private boolean isPlanOld() {
    return shop.options().isOld(begin);
  }

  private Consumer<ResourceKey> waitingFor(Task task) {
    return needed -> shop.listener().accept(new EngineEvent.WaitingForBuild(task.key(), needed));
  }

  private static Outcome outcome(Future<Outcome> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw Unwrapped.of(e);
    }
  }

  private void settle(Outcome outcome) {
    Task task = outcome.task();
    locks.release(task.locks());
    shop.turns().giveBack(task);
    CloudException conflict = outcome.conflict();
    if (conflict != null) {
      takenAgain.add(task.id());
      waiting.add(task);
      heartbeat.postponed(task, conflict);
      return;
    }
    unfinished.remove(task.id());
    CloudException failure = outcome.failure();
    if (failure == null) {
      note(task, outcome.actual());
      heartbeat.finished(task);
    } else {
      broken.put(task.id(), task.key());
      failures.put(task.key(), failure);
      heartbeat.failed(task, failure);
    }
  }

  private void note(Task task, @Nullable ActualResource actual) {
    if (actual == null) {
      removed.add(task.key());
    } else {
      written.put(task.key(), actual);
    }
  }

  private EngineResult result() {
    Map<Change, ActualResource> resources = new LinkedHashMap<>();
    for (Change change : plan.changes()) {
      ActualResource actual = change.isWrite() ? written.get(change.key()) : change.actual();
      if (actual != null) {
        resources.put(change, actual);
      }
    }
    return new EngineResult(resources, removed, failures, List.copyOf(skipped));
  }
}
