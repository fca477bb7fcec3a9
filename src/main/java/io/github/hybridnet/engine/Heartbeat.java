package io.github.hybridnet.engine;

import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells of the beginning and end of each write, and regularly of those that still run. */
final class Heartbeat implements AutoCloseable {
  private record Running(Change change, Instant since) {}

  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final Map<ResourceKey, Running> running = new ConcurrentHashMap<>();
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

  void started(Change change) {
    running.put(change.key(), new Running(change, options.clock().instant()));
    listener.accept(new EngineEvent.Started(change.key(), change.action()));
  }

  void finished(Change change) {
    listener.accept(new EngineEvent.Finished(change.key(), change.action(), end(change)));
  }

  void failed(Change change, CloudException failure) {
    listener.accept(new EngineEvent.Failed(change.key(), failure, end(change)));
  }

  void skipped(Change change, ResourceKey because) {
    listener.accept(new EngineEvent.Skipped(change.key(), because));
  }

  void beat() {
    running
        .values()
        .forEach(
            r ->
                listener.accept(
                    new EngineEvent.StillRunning(
                        r.change().key(),
                        r.change().action(),
                        since(r),
                        options.timeouts().write(r.change().key().type()))));
  }

  private Duration end(Change change) {
    Running ended = running.remove(change.key());
    return ended == null ? Duration.ZERO : since(ended);
  }

  private Duration since(Running r) {
    return Duration.between(r.since(), options.clock().instant());
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
