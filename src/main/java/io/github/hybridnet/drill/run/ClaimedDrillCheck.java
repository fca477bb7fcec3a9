package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.lease.DrillMarker;
import io.github.hybridnet.drill.lease.DrillRecordSearch;
import io.github.hybridnet.drill.lease.RecordedDrill;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.engine.retry.Sleeper;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Whether a drill that has only claimed the resource group is armed by now. Reads of tags may be a
 * minute old, and an armed drill may have disconnected ExpressRoute. So a claim that is new is read
 * again for a minute, before it counts as one that disconnected nothing.
 */
final class ClaimedDrillCheck {
  /** A drill that has not armed itself for so long never will. */
  private static final Duration NEW = Duration.ofMinutes(5);

  /** How old tags may be that a read shows. */
  private static final Duration LAG = Duration.ofMinutes(1);

  private static final Backoff PAUSE = Backoff.fixed(Duration.ofSeconds(5));

  private final DrillRecordSearch search;
  private final InstantSource clock;
  private final Sleeper sleeper;
  private final Consumer<String> listener;

  /**
   * The check of one resource group.
   *
   * @param listener learns that claims are read again
   */
  ClaimedDrillCheck(
      DrillRecordSearch search, InstantSource clock, Sleeper sleeper, Consumer<String> listener) {
    this.search = search;
    this.clock = clock;
    this.sleeper = sleeper;
    this.listener = listener;
  }

  /**
   * The drills as they are when no claim among them is new.
   *
   * @throws InterruptedException when the build is stopped
   */
  Map<String, RecordedDrill> settled(Map<String, RecordedDrill> drills)
      throws InterruptedException {
    if (drills.values().stream().noneMatch(this::isNewClaim)) {
      return drills;
    }
    drills.values().stream()
        .filter(this::isNewClaim)
        .forEach(drill -> listener.accept(RestoreMessages.readingClaim(drill.record(), LAG)));
    return Poller.ofPauses(sleeper)
        .await(
            PolledCondition.of(
                () -> now(drills), seen -> seen.values().stream().noneMatch(this::isNewClaim)),
            PAUSE,
            LAG)
        .last();
  }

  /** The file here is never old. */
  private boolean isNewClaim(RecordedDrill drill) {
    Instant old = drill.record().begin().plus(NEW);
    return !drill.isArmed() && drill.file().isEmpty() && clock.instant().isBefore(old);
  }

  /** A marker that is not shown is as it was. */
  private Map<String, RecordedDrill> now(Map<String, RecordedDrill> drills) {
    Map<String, DrillMarker> markers = search.markers().known();
    Map<String, RecordedDrill> now = new TreeMap<>();
    drills.forEach(
        (id, drill) ->
            now.put(
                id,
                new RecordedDrill(
                    drill.file(), Optional.ofNullable(markers.get(id)).or(drill::marker))));
    return now;
  }
}
