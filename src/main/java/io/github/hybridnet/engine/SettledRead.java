package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads a resource when no operation, ours or another's, is changing it: what is decided from a
 * state in between would be wrong.
 */
final class SettledRead {
  private static final Set<String> UNSETTLED = Set.of("updating", "creating", "deleting");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  SettledRead(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.options = options;
    this.listener = listener;
  }

  /**
   * The resource at rest, or empty when there is none.
   *
   * @throws CloudException when it cannot be read, or does not come to rest in the time that its
   *     type is given
   * @throws InterruptedException when the build is stopped
   */
  Optional<ActualResource> read(ResourceKey key) throws InterruptedException {
    Instant begin = options.clock().instant();
    boolean told = false;
    while (true) {
      Optional<ActualResource> actual = cloud.read(key);
      String state = actual.map(ActualResource::provisioningState).orElse("");
      if (!UNSETTLED.contains(state.toLowerCase(Locale.ROOT))) {
        return actual;
      }
      Duration waited = Duration.between(begin, options.clock().instant());
      if (waited.compareTo(options.timeouts().write(key.type())) > 0) {
        throw stillUnsettled(key, state, waited);
      }
      if (!told) {
        listener.accept(new EngineEvent.WaitingForOther(key, state));
        told = true;
      }
      pause(key, state, waited);
    }
  }

  private void pause(ResourceKey key, String state, Duration waited) throws InterruptedException {
    try {
      options.sleeper().sleep(PAUSE);
    } catch (InterruptedException e) {
      EngineEvent waiting = new EngineEvent.WaitingForOther(key, state);
      listener.accept(new EngineEvent.LeftRunning(waiting, options.journal().running(key), waited));
      throw e;
    }
  }

  private static CloudException stillUnsettled(ResourceKey key, String state, Duration waited) {
    return new CloudException(
        CloudException.Kind.TIMED_OUT,
        "StillUpdating",
        "The " + key + " is still " + state + " after " + waited.toMinutes() + " minutes.",
        CloudException.Answer.NONE,
        null);
  }
}
