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
public final class SettledRead {
  private static final Set<String> UNSETTLED = Set.of("updating", "creating", "deleting");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  /** Reads of one cloud. */
  public SettledRead(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
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
  public Optional<ActualResource> read(ResourceKey key) throws InterruptedException {
    Wait wait = new Wait(key, options.clock().instant());
    while (true) {
      Optional<ActualResource> actual = cloud.read(key);
      String state = actual.map(ActualResource::provisioningState).orElse("");
      Optional<Operation> earlier = options.journal().running(key);
      if (!UNSETTLED.contains(state.toLowerCase(Locale.ROOT))) {
        earlier.ifPresent(operation -> options.journal().ended(key));
        return actual;
      }
      await(wait, state, earlier);
    }
  }

  private void await(Wait wait, String state, Optional<Operation> earlier)
      throws InterruptedException {
    try {
      if (earlier.isPresent() && !wait.reattached) {
        wait.reattached = true;
        reattach(wait, state, earlier.get());
      } else {
        pause(wait, state);
      }
    } catch (InterruptedException e) {
      EngineEvent waiting = new EngineEvent.WaitingForOther(wait.key, state);
      listener.accept(new EngineEvent.LeftRunning(waiting, earlier, elapsed(wait)));
      throw e;
    }
  }

  /** One resource being waited for. */
  private static final class Wait {
    private final ResourceKey key;
    private final Instant begin;
    private boolean told;
    private boolean reattached;

    Wait(ResourceKey key, Instant begin) {
      this.key = key;
      this.begin = begin;
    }
  }

  /** Waits for the operation itself, which says why when it fails. */
  private void reattach(Wait wait, String state, Operation operation) throws InterruptedException {
    listener.accept(new EngineEvent.Reattached(wait.key, state, operation));
    try {
      cloud.await(wait.key, operation, limit(wait.key, state));
    } catch (CloudException failure) {
      switch (failure.kind()) {
        case TIMED_OUT, UNREACHABLE, UNREADABLE, UNAUTHORIZED -> throw failure;
        default -> listener.accept(new EngineEvent.EarlierFailed(wait.key, failure));
      }
    }
    options.journal().ended(wait.key);
  }

  private void pause(Wait wait, String state) throws InterruptedException {
    Duration waited = elapsed(wait);
    if (waited.compareTo(limit(wait.key, state)) > 0) {
      throw stillUnsettled(wait.key, state, waited);
    }
    if (!wait.told) {
      listener.accept(new EngineEvent.WaitingForOther(wait.key, state));
      wait.told = true;
    }
    options.sleeper().sleep(PAUSE);
  }

  private Duration elapsed(Wait wait) {
    return Duration.between(wait.begin, options.clock().instant());
  }

  private Duration limit(ResourceKey key, String state) {
    return state.equalsIgnoreCase("Deleting")
        ? options.timeouts().delete(key.type())
        : options.timeouts().write(key.type());
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
