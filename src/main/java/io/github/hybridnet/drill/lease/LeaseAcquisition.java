package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.engine.retry.Sleeper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a drill the only one of its resource group: it announces itself, looks, gives way to
 * another that is armed or has the lower id, waits for one that has the higher id, and arms itself
 * when it is alone. Of two drills the later look sees the earlier announcement, whatever the order
 * of their steps, so that never both go on.
 */
final class LeaseAcquisition {
  private final DrillMarkers drillMarkers;
  private final Sleeper sleeper;
  private final AcquisitionTiming acquisitionTiming;

  /**
   * How long a claim takes.
   *
   * @param settle between an announcement and the look for others, as copies of tags may lag
   * @param pause between two looks
   * @param looks how often it is looked whether a drill that has to give way did so
   */
  record AcquisitionTiming(Duration settle, Duration pause, int looks) {
    static final AcquisitionTiming STANDARD =
        new AcquisitionTiming(Duration.ofSeconds(2), Duration.ofSeconds(5), 12);
  }

  LeaseAcquisition(
      DrillMarkers drillMarkers, Sleeper sleeper, AcquisitionTiming acquisitionTiming) {
    this.drillMarkers = drillMarkers;
    this.sleeper = sleeper;
    this.acquisitionTiming = acquisitionTiming;
  }

  /**
   * Writes the claim of a drill, waits for others, and arms it.
   *
   * @return the armed marker
   * @throws io.github.hybridnet.text.UserException HN5041, HN5042, HN5044; its own tags are removed
   *     then
   * @throws InterruptedException when the build is stopped; its own tags are removed then
   */
  DrillMarker acquire(DrillRecord record) throws InterruptedException {
    DrillMarker claim = drillMarkers.claim(record);
    boolean armed = false;
    try {
      drillMarkers.write(claim);
      sleeper.sleep(acquisitionTiming.settle());
      waitForHigher(record);
      DrillMarker mine = claim.withState(State.ARMED);
      drillMarkers.update(mine);
      sleeper.sleep(acquisitionTiming.settle());
      confirm(mine);
      armed = true;
      return mine;
    } catch (CloudException failure) {
      throw DrillLeaseProblems.notMarked(record, failure.inWords(), Optional.of(failure));
    } finally {
      if (!armed) {
        withdraw(record.id());
      }
    }
  }

  private void waitForHigher(DrillRecord record) throws InterruptedException {
    Duration pause = acquisitionTiming.pause();
    PollOutcome<Map<String, DrillMarker>> outcome =
        Poller.ofPauses(sleeper)
            .await(
                PolledCondition.of(() -> othersBehind(record), Map::isEmpty),
                Backoff.fixed(pause),
                pause.multipliedBy(acquisitionTiming.looks()));
    if (!outcome.isReached()) {
      throw DrillLeaseProblems.otherDrill(
          outcome.last().values().iterator().next().record(), "is about to start");
    }
  }

  /** The other drills, all of which have to give way to this one. */
  private Map<String, DrillMarker> othersBehind(DrillRecord record) {
    Map<String, DrillMarker> others = others(record);
    for (DrillMarker other : others.values()) {
      if (DrillMarkers.isArmed(other) || other.record().id().compareTo(record.id()) < 0) {
        throw DrillLeaseProblems.otherDrill(other.record(), "is running");
      }
    }
    return others;
  }

  private Map<String, DrillMarker> others(DrillRecord record) {
    DrillMarkers.MarkerSet markerSet = drillMarkers.read().without(record.id());
    markerSet
        .unknown()
        .forEach(
            (id, text) -> {
              throw DrillLeaseProblems.refused(
                  DrillLeaseProblems.notUnderstood(record.group(), id, text));
            });
    return markerSet.known();
  }

  /** The tags must be as they were written, and no other drill may be armed. */
  private void confirm(DrillMarker mine) {
    Map<String, DrillMarker> known = drillMarkers.read().known();
    String id = mine.record().id();
    DrillMarker found = known.get(id);
    if (found == null || !DrillMarkers.isArmed(found)) {
      throw DrillLeaseProblems.notMarked(
          mine.record(), "Azure accepted them, but does not return them", Optional.empty());
    }
    known.forEach(
        (other, drillMarker) -> {
          if (!other.equals(id) && DrillMarkers.isArmed(drillMarker)) {
            throw DrillLeaseProblems.otherDrill(drillMarker.record(), "is running");
          }
        });
  }

  /**
   * A marker that cannot be removed is found by the next run; ExpressRoute was not disconnected.
   */
  private void withdraw(String id) {
    try (DeferredInterrupt unused = new DeferredInterrupt()) {
      drillMarkers.remove(id);
    } catch (CloudException failure) {
      return;
    }
  }
}
