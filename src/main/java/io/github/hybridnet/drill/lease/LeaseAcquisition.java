package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.text.UserException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
   * @param looks how often it is looked whether a drill that has to give way did so, and whether
   *     Azure shows the own tags
   */
  record AcquisitionTiming(Duration settle, Duration pause, int looks) {
    static final AcquisitionTiming STANDARD =
        new AcquisitionTiming(Duration.ofSeconds(2), Duration.ofSeconds(5), 24);
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
    DrillMarker written = claim;
    boolean armed = false;
    try {
      drillMarkers.write(claim);
      sleeper.sleep(acquisitionTiming.settle());
      waitForHigher(record);
      DrillMarker mine = claim.withState(State.ARMED);
      written = mine;
      drillMarkers.update(mine);
      sleeper.sleep(acquisitionTiming.settle());
      confirm(mine);
      armed = true;
      return mine;
    } catch (CloudException failure) {
      throw DrillLeaseProblems.notMarked(record, failure.inWords(), Optional.of(failure));
    } finally {
      if (!armed) {
        withdraw(written);
      }
    }
  }

  private void waitForHigher(DrillRecord record) throws InterruptedException {
    PollOutcome<Optional<Map<String, DrillMarker>>> outcome =
        await(() -> othersBehind(record), others -> others.filter(Map::isEmpty).isPresent());
    if (!outcome.isReached()) {
      Map<String, DrillMarker> others = outcome.last().orElseThrow(() -> notShown(record));
      throw DrillLeaseProblems.otherDrill(
          others.values().iterator().next().record(), "is about to start");
    }
  }

  private <T> PollOutcome<T> await(PolledCondition.Look<T> look, Predicate<T> reached)
      throws InterruptedException {
    Duration pause = acquisitionTiming.pause();
    return Poller.ofPauses(sleeper)
        .await(
            PolledCondition.of(look, reached),
            Backoff.fixed(pause),
            pause.multipliedBy(acquisitionTiming.looks()));
  }

  /**
   * The other drills, all of which have to give way to this one. Empty while a read does not even
   * show the own claim: it is older than the claim, and says nothing of others.
   */
  private Optional<Map<String, DrillMarker>> othersBehind(DrillRecord record) {
    DrillMarkers.MarkerSet all = drillMarkers.read();
    Map<String, DrillMarker> others = others(record, all);
    for (DrillMarker other : others.values()) {
      if (DrillMarkers.isArmed(other) || other.record().id().compareTo(record.id()) < 0) {
        throw DrillLeaseProblems.otherDrill(other.record(), "is running");
      }
    }
    return all.contains(record.id()) ? Optional.of(others) : Optional.empty();
  }

  private static Map<String, DrillMarker> others(DrillRecord record, DrillMarkers.MarkerSet all) {
    DrillMarkers.MarkerSet markerSet = all.without(record.id());
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
  private void confirm(DrillMarker mine) throws InterruptedException {
    if (!await(() -> isConfirmed(mine), confirmed -> confirmed).isReached()) {
      throw notShown(mine.record());
    }
  }

  private boolean isConfirmed(DrillMarker mine) {
    Map<String, DrillMarker> known = drillMarkers.read().known();
    String id = mine.record().id();
    known.forEach(
        (other, drillMarker) -> {
          if (!other.equals(id) && DrillMarkers.isArmed(drillMarker)) {
            throw DrillLeaseProblems.otherDrill(drillMarker.record(), "is running");
          }
        });
    DrillMarker found = known.get(id);
    return found != null && DrillMarkers.isArmed(found);
  }

  private static UserException notShown(DrillRecord record) {
    return DrillLeaseProblems.notMarked(
        record, "Azure accepted them, but does not return them", Optional.empty());
  }

  /**
   * A marker that cannot be removed is found by the next run; ExpressRoute was not disconnected.
   */
  private void withdraw(DrillMarker written) {
    try (DeferredInterrupt unused = new DeferredInterrupt()) {
      drillMarkers.remove(written.record().id(), written.tags());
    } catch (CloudException failure) {
      return;
    }
  }
}
