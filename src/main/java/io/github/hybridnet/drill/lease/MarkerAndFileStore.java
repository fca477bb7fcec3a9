package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import io.github.hybridnet.engine.retry.RetryExecutor;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marker and the local file of a drill.
 *
 * @param storage where drills are written down
 * @param record what it takes to undo the drill
 * @param before the definition before the disconnect; empty where it is not known here
 * @param written the tags of the marker as this process wrote them last; empty where another did
 */
public record MarkerAndFileStore(
    DrillLease.LeaseStorage storage,
    DrillRecord record,
    ResourceDefinition before,
    Map<String, String> written)
    implements DrillRecordStore {
  private static final int ATTEMPTS = 5;

  /** Reads may show removed tags for a minute. */
  private static final int ATTEMPTS_TO_SEE = 16;

  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** A drill whose marker another process wrote. */
  public MarkerAndFileStore(
      DrillLease.LeaseStorage storage, DrillRecord record, ResourceDefinition before) {
    this(storage, record, before, Map.of());
  }

  /** Copies the tags, which cannot be changed afterwards. */
  public MarkerAndFileStore {
    written = Map.copyOf(written);
  }

  @Override
  public List<DrillFinding> remove() {
    CloudException refused = removeMarker();
    if (refused != null) {
      return List.of(
          DrillLeaseProblems.notRemoved(
              record, DrillLeaseProblems.tags(record), refused.inWords()));
    }
    try {
      storage.files().delete(record.id());
      return List.of();
    } catch (IOException e) {
      return List.of(
          DrillLeaseProblems.notRemoved(
              record,
              "its file '" + storage.files().path(record.id()) + "'",
              FileFailureText.reason(e)));
    }
  }

  /** An interruption cuts a pause short and is set again at the end. */
  private @Nullable CloudException removeMarker() {
    try (DeferredInterrupt interrupt = new DeferredInterrupt()) {
      // The attempts are counted, so that no clock is needed.
      new RetryExecutor(() -> Instant.EPOCH, pause -> interrupt.sleep(storage.sleeper(), pause))
          .until(
              MarkerAndFileStore::delay,
              Duration.ZERO,
              attempt -> {
                tryToRemove(interrupt);
                return attempt;
              });
      return null;
    } catch (CloudException failure) {
      return failure;
    } catch (InterruptedException e) {
      throw new IllegalStateException("The section defers interruptions.", e);
    }
  }

  private static Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    boolean isShown = failure.code().equals(OwnErrorCode.MARKER_NOT_REMOVED);
    return attempt < (isShown ? ATTEMPTS_TO_SEE : ATTEMPTS) && failure.mayPass()
        ? Optional.of(failure.retryAfter().orElse(PAUSE))
        : Optional.empty();
  }

  private void tryToRemove(DeferredInterrupt interrupt) {
    try {
      storage.markers(record.group()).remove(record.id(), written);
    } catch (CloudException failure) {
      if (!isGone(failure)) {
        throw failure;
      }
    } finally {
      interrupt.clear();
    }
  }

  /** Without its group there is no marker either. */
  private static boolean isGone(CloudException failure) {
    return failure.status() == 404 && failure.code().equals(ErrorCode.GROUP_NOT_FOUND);
  }
}
