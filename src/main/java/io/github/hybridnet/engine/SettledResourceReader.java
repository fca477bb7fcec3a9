package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ProvisioningState;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads a resource when no operation, ours or another's, is changing it: what is decided from a
 * state in between would be wrong.
 */
public final class SettledResourceReader {
  private static final Backoff PAUSE = Backoff.fixed(Duration.ofSeconds(5));

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
    ResourceWait resourceWait = new ResourceWait(key);
    try {
      PollOutcome<Optional<ActualResource>> outcome =
          new Poller(options.clock(), options.sleeper()).await(resourceWait, PAUSE, longest(key));
      if (!outcome.isReached()) {
        throw stillUnsettled(key, resourceWait.state, outcome.waited());
      }
      return outcome.last();
    } catch (InterruptedException e) {
      listener.accept(resourceWait.leftRunning());
      throw e;
    }
  }

  /** One resource being waited for. */
  private final class ResourceWait implements PolledCondition<Optional<ActualResource>> {
    private final ResourceKey key;
    private final Instant begin = options.clock().instant();
    private Optional<AsyncOperation> earlier = Optional.empty();
    private String state = "";
    private boolean reported;
    private boolean reattached;

    ResourceWait(ResourceKey key) {
      this.key = key;
    }

    @Override
    public Optional<ActualResource> look() throws InterruptedException {
      Optional<ActualResource> actual = read();
      if (isUnsettled() && earlier.isPresent() && !reattached) {
        reattached = true;
        reattach(earlier.get());
        actual = read();
      }
      if (!isUnsettled() && earlier.isPresent()) {
        options.journal().ended(key);
      }
      return actual;
    }

    private Optional<ActualResource> read() {
      Optional<ActualResource> actual = cloudClient.read(key);
      state = actual.map(ActualResource::provisioningState).orElse("");
      earlier = options.journal().running(key);
      return actual;
    }

    @Override
    public boolean isReached(Optional<ActualResource> seen) {
      return !isUnsettled();
    }

    private boolean isUnsettled() {
      return ProvisioningState.of(state).isChanging();
    }

    @Override
    public void waiting(Optional<ActualResource> seen, Duration waited) {
      if (waited.compareTo(limit(key, state)) > 0) {
        throw stillUnsettled(key, state, waited);
      }
      if (!reported) {
        listener.accept(new EngineEvent.WaitingForOther(key, state));
        reported = true;
      }
    }

    /** Waits for the operation itself, which says why when it fails. */
    private void reattach(AsyncOperation asyncOperation) throws InterruptedException {
      listener.accept(new EngineEvent.Reattached(key, state, asyncOperation));
      try {
        cloudClient.await(key, asyncOperation, limit(key, state));
      } catch (CloudException failure) {
        switch (failure.kind()) {
          case TIMED_OUT, UNREACHABLE, UNREADABLE, UNAUTHORIZED -> throw failure;
          default -> listener.accept(new EngineEvent.EarlierFailed(key, failure));
        }
      }
      options.journal().ended(key);
    }

    private EngineEvent leftRunning() {
      return new EngineEvent.LeftRunning(
          new EngineEvent.WaitingForOther(key, state),
          earlier,
          Duration.between(begin, options.clock().instant()));
    }
  }

  private Duration longest(ResourceKey key) {
    Duration delete = options.timeouts().delete(key.type());
    Duration write = options.timeouts().write(key.type());
    return delete.compareTo(write) > 0 ? delete : write;
  }

  private Duration limit(ResourceKey key, String state) {
    return ProvisioningState.of(state) == ProvisioningState.DELETING
        ? options.timeouts().delete(key.type())
        : options.timeouts().write(key.type());
  }

  private static CloudException stillUnsettled(ResourceKey key, String state, Duration waited) {
    return CloudException.ofOurs(
        CloudException.Kind.TIMED_OUT,
        OwnErrorCode.STILL_UPDATING,
        "The "
            + key.quoted()
            + " is still '"
            + state
            + "' after "
            + DurationText.words(waited)
            + ".");
  }
}
