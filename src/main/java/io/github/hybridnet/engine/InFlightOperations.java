package io.github.hybridnet.engine;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.journal.OperationJournal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * What would go on in the cloud if the build were stopped now. Listens to the events of a run, and
 * to what is put into the journal.
 */
final class InFlightOperations implements Consumer<EngineEvent>, OperationJournal {
  private record StartedStep(EngineEvent event, Instant since) {}

  private final Consumer<EngineEvent> listener;
  private final OperationJournal journal;
  private final InstantSource clock;
  private final Map<ResourceKey, StartedStep> begun = new ConcurrentHashMap<>();
  private final Map<ResourceKey, AsyncOperation> operations = new ConcurrentHashMap<>();

  InFlightOperations(EngineOptions options, Consumer<EngineEvent> listener) {
    this.listener = listener;
    this.journal = options.journal();
    this.clock = options.clock();
  }

  @Override
  public void accept(EngineEvent event) {
    if (event instanceof EngineEvent.Started) {
      begun.put(event.key(), new StartedStep(event, clock.instant()));
    } else if (event instanceof EngineEvent.Finished
        || event instanceof EngineEvent.Failed
        || event instanceof EngineEvent.LeftRunning) {
      begun.remove(event.key());
    }
    listener.accept(event);
  }

  @Override
  public void began(ResourceKey key, AsyncOperation asyncOperation) {
    operations.put(key, asyncOperation);
    journal.began(key, asyncOperation);
  }

  @Override
  public void ended(ResourceKey key) {
    operations.remove(key);
    journal.ended(key);
  }

  @Override
  public Optional<AsyncOperation> running(ResourceKey key) {
    Optional<AsyncOperation> running = journal.running(key);
    running.ifPresent(asyncOperation -> operations.put(key, asyncOperation));
    return running;
  }

  /** The build is stopped: reports everything that had begun and not ended. */
  void tell() {
    begun.forEach(
        (key, b) ->
            listener.accept(
                new EngineEvent.LeftRunning(
                    b.event(),
                    Optional.ofNullable(operations.get(key)),
                    Duration.between(b.since(), clock.instant()))));
  }
}
