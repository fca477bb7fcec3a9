package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ErrorCode;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The marker and the local file of a drill.
 *
 * @param storage where drills are written down
 * @param record what it takes to undo the drill
 * @param before the definition before the disconnect; empty where it is not known here
 */
public record MarkerAndFileStore(
    DrillLease.LeaseStorage storage, DrillRecord record, ResourceDefinition before)
    implements DrillRecordStore {
  private static final int ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(5);

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

  private @Nullable CloudException removeMarker() {
    try (DeferredInterrupt interrupt = new DeferredInterrupt()) {
      for (int attempt = 1; ; attempt++) {
        CloudException failure = tryToRemove();
        interrupt.clear();
        if (failure == null || attempt == ATTEMPTS || !failure.mayPass()) {
          return failure;
        }
        interrupt.sleep(storage.sleeper(), failure.retryAfter().orElse(PAUSE));
      }
    }
  }

  private @Nullable CloudException tryToRemove() {
    try {
      storage.markers(record.group()).remove(record.id());
      return null;
    } catch (CloudException failure) {
      return isGone(failure) ? null : failure;
    }
  }

  /** Without its group there is no marker either. */
  private static boolean isGone(CloudException failure) {
    return failure.status() == 404 && failure.code().equals(ErrorCode.GROUP_NOT_FOUND);
  }
}
