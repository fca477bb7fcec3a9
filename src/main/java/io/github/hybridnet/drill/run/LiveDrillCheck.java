package io.github.hybridnet.drill.run;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.lease.DrillLease.LeaseStorage;
import io.github.hybridnet.drill.lease.DrillLeaseProblems;
import io.github.hybridnet.drill.lease.DrillMarker;
import io.github.hybridnet.drill.lease.DrillProcessLock.ProcessState;
import io.github.hybridnet.drill.lease.DrillRecordSearch;
import io.github.hybridnet.drill.lease.RecordedDrill;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Whether a recorded drill is still running. On this machine the lock of its process says so. A
 * drill of another machine renews its marker, so the marker is read twice.
 */
final class LiveDrillCheck {
  private static final Backoff LOOK_AGAIN = Backoff.fixed(Duration.ofSeconds(5));

  /** How often markers are looked for that one look did not find. */
  private static final int LOOKS_AGAIN = 3;

  private final ResourceKey group;
  private final LeaseStorage storage;
  private final DrillRecordSearch search;
  private final Duration watch;
  private final Consumer<String> listener;

  /**
   * The check of one resource group.
   *
   * @param watch how long a marker is watched
   * @param listener learns that a marker is watched
   */
  LiveDrillCheck(
      ResourceKey group,
      LeaseStorage storage,
      DrillRecordSearch search,
      Duration watch,
      Consumer<String> listener) {
    this.group = group;
    this.storage = storage;
    this.search = search;
    this.watch = watch;
    this.listener = listener;
  }

  boolean isRunningHere(String id) {
    return storage.files().processState(id) == ProcessState.ALIVE;
  }

  /**
   * Stops the goal for a drill that is still running. Drills that ended while their markers were
   * watched are removed from the map.
   *
   * @throws io.github.hybridnet.text.UserException HN5041 when one is still running
   * @throws InterruptedException when the build is stopped
   */
  void requireNoneRunning(Map<String, RecordedDrill> drills) throws InterruptedException {
    Map<String, DrillMarker> doubtful = new TreeMap<>();
    drills.forEach(
        (id, drill) -> {
          if (isRunningHere(id)) {
            throw DrillLeaseProblems.otherDrill(drill.record(), "is running on this machine");
          }
          if (storage.files().processState(id) == ProcessState.UNKNOWN) {
            drill.marker().ifPresent(marker -> doubtful.put(id, marker));
          }
        });
    if (doubtful.isEmpty()) {
      return;
    }
    listener.accept(RestoreMessages.watching(group, doubtful.keySet(), watch));
    storage.sleeper().sleep(watch);
    Map<String, DrillMarker> now = markersOf(doubtful.keySet());
    doubtful.forEach(
        (id, marker) -> {
          DrillMarker later = now.get(id);
          if (later == null) {
            drills.computeIfPresent(id, (i, drill) -> drill.file().isPresent() ? drill : null);
          } else if (!later.equals(marker)) {
            throw DrillLeaseProblems.otherDrill(marker.record(), "is running");
          }
        });
  }

  /** A read may miss tags: that a marker is gone has to be shown several times. */
  private Map<String, DrillMarker> markersOf(Set<String> ids) throws InterruptedException {
    return Poller.ofPauses(storage.sleeper())
        .await(
            PolledCondition.of(
                () -> search.markers().known(), known -> known.keySet().containsAll(ids)),
            LOOK_AGAIN,
            LOOK_AGAIN.first().multipliedBy(LOOKS_AGAIN))
        .last();
  }
}
