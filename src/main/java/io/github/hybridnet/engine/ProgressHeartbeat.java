package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.process.DaemonThreadFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Reports the beginning and end of each step, and regularly of those that still run. */
final class ProgressHeartbeat implements AutoCloseable {
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final Map<PlanStep, Instant> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("hybridnet-heartbeat"));

  ProgressHeartbeat(EngineOptions options, Consumer<EngineEvent> listener) {
    this.options = options;
    this.listener = listener;
    long period = options.heartbeat().toMillis();
    var unused = timer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  void started(PlanStep planStep) {
    running.put(planStep, options.clock().instant());
    listener.accept(new EngineEvent.Started(planStep.key(), planStep.work()));
  }

  void finished(PlanStep planStep) {
    listener.accept(new EngineEvent.Finished(planStep.key(), planStep.work(), end(planStep)));
  }

  void failed(PlanStep planStep, CloudException failure) {
    listener.accept(new EngineEvent.Failed(planStep.key(), failure, end(planStep)));
  }

  void postponed(PlanStep planStep, CloudException conflict) {
    running.remove(planStep);
    listener.accept(new EngineEvent.Postponed(planStep.key(), conflict.code()));
  }

  void skipped(PlanStep planStep, ResourceKey because) {
    listener.accept(new EngineEvent.Skipped(planStep.key(), because));
  }

  void beat() {
    running.forEach(
        (planStep, since) ->
            listener.accept(
                new EngineEvent.StillRunning(
                    planStep.key(), planStep.work(), elapsed(since), limit(planStep))));
  }

  private Duration limit(PlanStep planStep) {
    return planStep.work() == EngineEvent.StepAction.REMOVE
        ? options.timeouts().delete(planStep.key().type())
        : options.timeouts().write(planStep.key().type());
  }

  private Duration end(PlanStep planStep) {
    Instant since = running.remove(planStep);
    return since == null ? Duration.ZERO : elapsed(since);
  }

  private Duration elapsed(Instant since) {
    return Duration.between(since, options.clock().instant());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
