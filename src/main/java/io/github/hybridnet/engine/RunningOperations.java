package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The operations that the service has accepted and whose end was not seen yet. */
final class RunningOperations {
  private record Running(EngineEvent.Work work, Operation operation, Instant since) {}

  private final EngineOptions options;
  private final Map<ResourceKey, Running> running = new ConcurrentHashMap<>();

  RunningOperations(EngineOptions options) {
    this.options = options;
  }

  /** How a request for a step is made, so that its operation is remembered. */
  Call call(ResourceKey key, EngineEvent.Work work, Duration limit) {
    return new Call(
        limit,
        operation -> {
          running.put(key, new Running(work, operation, options.clock().instant()));
          options.journal().began(key, operation);
        });
  }

  /** The service has brought the operation on a resource to its end. */
  void ended(ResourceKey key) {
    if (running.remove(key) != null) {
      options.journal().ended(key);
    }
  }

  /** The step failed; unless only our waiting did, the operation has ended. */
  void ended(ResourceKey key, CloudException failure) {
    switch (failure.kind()) {
      case TIMED_OUT, UNREACHABLE, UNAUTHORIZED -> {}
      default -> ended(key);
    }
  }

  /** What still goes on in the cloud. */
  List<EngineEvent> left() {
    Instant now = options.clock().instant();
    return running.entrySet().stream()
        .map(
            e ->
                (EngineEvent)
                    new EngineEvent.LeftRunning(
                        e.getKey(),
                        e.getValue().work(),
                        e.getValue().operation(),
                        Duration.between(e.getValue().since(), now)))
        .toList();
  }
}
