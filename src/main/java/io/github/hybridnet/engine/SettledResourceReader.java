package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
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
public final class SettledResourceReader {
  private static final Set<String> UNSETTLED = Set.of("updating", "creating", "deleting");
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;

  /** Reads of one cloud. */
  public SettledResourceReader(
      CloudClient cloudClient, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloudClient = cloudClient;
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
    ResourceWait resourceWait = new ResourceWait(key, options.clock().instant());
    while (true) {
      Optional<ActualResource> actual = cloudClient.read(key);
      String state = actual.map(ActualResource::provisioningState).orElse("");
      Optional<AsyncOperation> earlier = options.journal().running(key);
      if (!UNSETTLED.contains(state.toLowerCase(Locale.ROOT))) {
        earlier.ifPresent(asyncOperation -> options.journal().ended(key));
        return actual;
      }
      await(resourceWait, state, earlier);
    }
  }

  private void await(ResourceWait resourceWait, String state, Optional<AsyncOperation> earlier)
      throws InterruptedException {
    try {
      if (earlier.isPresent() && !resourceWait.reattached) {
        resourceWait.reattached = true;
        reattach(resourceWait, state, earlier.get());
      } else {
        pause(resourceWait, state);
      }
    } catch (InterruptedException e) {
      EngineEvent waiting = new EngineEvent.WaitingForOther(resourceWait.key, state);
      listener.accept(new EngineEvent.LeftRunning(waiting, earlier, elapsed(resourceWait)));
      throw e;
    }
  }

  /** One resource being waited for. */
  private static final class ResourceWait {
    private final ResourceKey key;
    private final Instant begin;
    private boolean told;
    private boolean reattached;

    ResourceWait(ResourceKey key, Instant begin) {
      this.key = key;
      this.begin = begin;
    }
  }

  /** Waits for the operation itself, which says why when it fails. */
  private void reattach(ResourceWait resourceWait, String state, AsyncOperation asyncOperation)
      throws InterruptedException {
    listener.accept(new EngineEvent.Reattached(resourceWait.key, state, asyncOperation));
    try {
      cloudClient.await(resourceWait.key, asyncOperation, limit(resourceWait.key, state));
    } catch (CloudException failure) {
      switch (failure.kind()) {
        case TIMED_OUT, UNREACHABLE, UNREADABLE, UNAUTHORIZED -> throw failure;
        default -> listener.accept(new EngineEvent.EarlierFailed(resourceWait.key, failure));
      }
    }
    options.journal().ended(resourceWait.key);
  }

  private void pause(ResourceWait resourceWait, String state) throws InterruptedException {
    Duration waited = elapsed(resourceWait);
    if (waited.compareTo(limit(resourceWait.key, state)) > 0) {
      throw stillUnsettled(resourceWait.key, state, waited);
    }
    if (!resourceWait.told) {
      listener.accept(new EngineEvent.WaitingForOther(resourceWait.key, state));
      resourceWait.told = true;
    }
    options.sleeper().sleep(PAUSE);
  }

  private Duration elapsed(ResourceWait resourceWait) {
    return Duration.between(resourceWait.begin, options.clock().instant());
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
