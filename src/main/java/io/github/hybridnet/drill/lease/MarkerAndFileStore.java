package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.text.FileFailureText;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drill that is found written down.
 *
 * @param storage where drills are written down
 * @param record what it takes to undo the drill
 * @param before the definition before the lever was moved; empty where it is not known here
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
              record, "the marker", String.valueOf(refused.getMessage())));
    }
    try {
      storage.files().delete(record.id());
      return List.of();
    } catch (IOException e) {
      return List.of(
          DrillLeaseProblems.notRemoved(
              record, "the file " + storage.files().path(record.id()), FileFailureText.reason(e)));
    }
  }

  private @Nullable CloudException removeMarker() {
    boolean interrupted = Thread.interrupted();
    try {
      for (int attempt = 1; ; attempt++) {
        CloudException failure = tryToRemove();
        interrupted |= Thread.interrupted();
        if (failure == null || attempt == ATTEMPTS || !passes(failure)) {
          return failure;
        }
        interrupted |= !pause(failure);
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
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
    return failure.status() == 404 && failure.code().equals("ResourceGroupNotFound");
  }

  private static boolean passes(CloudException failure) {
    return switch (failure.kind()) {
      case REFUSED -> false;
      case UNAUTHORIZED -> failure.isSignInLost();
      default -> true;
    };
  }

  /** Whether the pause was not disturbed. */
  private boolean pause(CloudException failure) {
    try {
      storage.sleeper().sleep(failure.retryAfter().orElse(PAUSE));
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
