package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.ResourceChange;
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
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One plan being carried out. All state belongs to the thread that calls {@link #run()}. */
final class PlanRun {
  private record Outcome(
      PlanStep task,
      @Nullable ActualResource actual,
      @Nullable CloudException failure,
      @Nullable CloudException conflict) {}

  private final Plan plan;
  private final RunContext context;
  private final ProgressHeartbeat progressHeartbeat;
  private final Instant begin;

  private final List<PlanStep> waiting;
  private final Set<String> unfinished = new HashSet<>();
  private final Set<String> takenAgain = new HashSet<>();

  /** Those of this run alone: a step that waits for another goal must not hold a thread before. */
  private final WriterLocks runLocks = new WriterLocks();

  private final Map<String, WriterLocks.Hold> holds = new HashMap<>();
  private final Map<ResourceKey, ActualResource> written = new LinkedHashMap<>();
  private final List<ResourceKey> removed = new ArrayList<>();
  private final Map<ResourceKey, CloudException> failures = new LinkedHashMap<>();
  private final Map<String, ResourceKey> broken = new HashMap<>();
  private final Set<ResourceKey> skipped = new LinkedHashSet<>();

  PlanRun(Plan plan, RunContext context, ProgressHeartbeat progressHeartbeat) {
    this.plan = plan;
    this.context = context;
    this.progressHeartbeat = progressHeartbeat;
    this.begin = context.options().clock().instant();
    this.waiting = PlanStep.of(plan);
    waiting.forEach(planStep -> unfinished.add(planStep.id()));
  }

  EngineResult run() throws InterruptedException {
    try (WorkerPool writers = new WorkerPool(Math.max(1, waiting.size()), "hybridnet-write")) {
      carryOut(new ExecutorCompletionService<>(writers.executor()));
    }
    return result();
  }

  private void carryOut(CompletionService<Outcome> writers) throws InterruptedException {
    int running = startReady(writers);
    while (running > 0) {
      settle(WorkerPool.await(writers.take()));
      running += startReady(writers) - 1;
    }
  }

  private int startReady(CompletionService<Outcome> writers) {
    int started = 0;
    for (Iterator<PlanStep> rest = waiting.iterator(); rest.hasNext(); ) {
      PlanStep planStep = rest.next();
      ResourceKey missing = brokenNeed(planStep);
      if (missing != null) {
        rest.remove();
        skip(planStep, missing);
      } else if (isReady(planStep) && tryTake(planStep)) {
        rest.remove();
        progressHeartbeat.started(planStep);
        boolean again = takenAgain.contains(planStep.id());
        var unused = writers.submit(() -> carryOut(planStep, again));
        started++;
      }
    }
    return started;
  }

  private boolean isReady(PlanStep planStep) {
    return planStep.needs().stream().noneMatch(unfinished::contains);
  }

  private boolean tryTake(PlanStep planStep) {
    if (!context.turns().tryTake(planStep)) {
      return false;
    }
    Optional<WriterLocks.Hold> hold = runLocks.tryTake(planStep.locks());
    hold.ifPresentOrElse(
        taken -> holds.put(planStep.id(), taken), () -> context.turns().giveBack(planStep));
    return hold.isPresent();
  }

  private @Nullable ResourceKey brokenNeed(PlanStep planStep) {
    return planStep.needs().stream()
        .map(broken::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private void skip(PlanStep planStep, ResourceKey because) {
    unfinished.remove(planStep.id());
    broken.put(planStep.id(), planStep.key());
    skipped.add(planStep.key());
    progressHeartbeat.skipped(planStep, because);
  }

  private Outcome carryOut(PlanStep planStep, boolean again) throws InterruptedException {
    try (WriterLocks.Hold hold =
        context.options().locks().take(planStep.locks(), waitingFor(planStep))) {
      boolean anew = again || hold.waited() || isPlanOld();
      if (planStep instanceof PlanStep.Write write) {
        return new Outcome(planStep, new ResourceWriter(context).write(write, anew), null, null);
      }
      new ResourceRemover(context).remove((PlanStep.Remove) planStep, anew);
      return new Outcome(planStep, null, null, null);
    } catch (CloudException failure) {
      return new Outcome(planStep, null, failure, null);
    } catch (GatewayConflictException later) {
      return new Outcome(planStep, null, null, later.conflict());
    }
  }

  /** Others work while we wait for gateways, and not every type is written against a version. */
  private boolean isPlanOld() {
    return context.options().isOld(begin);
  }

  private Consumer<ResourceKey> waitingFor(PlanStep planStep) {
    return needed ->
        context.listener().accept(new EngineEvent.WaitingForBuild(planStep.key(), needed));
  }

  private void settle(Outcome outcome) {
    PlanStep planStep = outcome.task();
    Objects.requireNonNull(holds.remove(planStep.id()), "a step that ran").close();
    context.turns().giveBack(planStep);
    CloudException conflict = outcome.conflict();
    if (conflict != null) {
      takenAgain.add(planStep.id());
      waiting.add(planStep);
      progressHeartbeat.postponed(planStep, conflict);
      return;
    }
    unfinished.remove(planStep.id());
    CloudException failure = outcome.failure();
    if (failure == null) {
      note(planStep, outcome.actual());
      progressHeartbeat.finished(planStep);
    } else {
      broken.put(planStep.id(), planStep.key());
      failures.put(planStep.key(), failure);
      progressHeartbeat.failed(planStep, failure);
    }
  }

  private void note(PlanStep planStep, @Nullable ActualResource actual) {
    if (actual == null) {
      removed.add(planStep.key());
    } else {
      written.put(planStep.key(), actual);
    }
  }

  private EngineResult result() {
    Map<ResourceChange, ActualResource> resources = new LinkedHashMap<>();
    for (ResourceChange resourceChange : plan.changes()) {
      ActualResource actual =
          resourceChange.isWrite() ? written.get(resourceChange.key()) : resourceChange.actual();
      if (actual != null) {
        resources.put(resourceChange, actual);
      }
    }
    return new EngineResult(resources, removed, failures, List.copyOf(skipped));
  }
}
