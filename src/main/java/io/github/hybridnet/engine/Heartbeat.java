package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells of the beginning and end of each step, and regularly of those that still run. */
final class Heartbeat implements AutoCloseable {
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final Map<Task, Instant> running = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "hybridnet-heartbeat");
            thread.setDaemon(true);
            return thread;
          });

  Heartbeat(EngineOptions options, Consumer<EngineEvent> listener) {
    this.options = options;
    this.listener = listener;
    long period = options.heartbeat().toMillis();
    var unused = timer.scheduleAtFixedRate(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  void started(Task task) {
    running.put(task, options.clock().instant());
    listener.accept(new EngineEvent.Started(task.key(), task.work()));
  }

  void finished(Task task) {
    listener.accept(new EngineEvent.Finished(task.key(), task.work(), end(task)));
  }

  void failed(Task task, CloudException failure) {
    listener.accept(new EngineEvent.Failed(task.key(), failure, end(task)));
  }

  void postponed(Task task, CloudException conflict) {
    running.remove(task);
    listener.accept(new EngineEvent.Postponed(task.key(), conflict.code()));
  }

  void skipped(Task task, ResourceKey because) {
    listener.accept(new EngineEvent.Skipped(task.key(), because));
  }

  void beat() {
    running.forEach(
        (task, since) ->
            listener.accept(
                new EngineEvent.StillRunning(
                    task.key(), task.work(), elapsed(since), limit(task))));
  }

  private Duration limit(Task task) {
    return task.work() == EngineEvent.Work.REMOVE
        ? options.timeouts().delete(task.key().type())
        : options.timeouts().write(task.key().type());
  }

  private Duration end(Task task) {
    Instant since = running.remove(task);
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
