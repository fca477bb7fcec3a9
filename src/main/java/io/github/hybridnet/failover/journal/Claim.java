package io.github.hybridnet.failover.journal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a drill the only one of its resource group: it announces itself, looks, gives way to
 * another that is armed or has the lower id, waits for one that has the higher id, and arms itself
 * when it is alone. Of two drills the later look sees the earlier announcement, whatever the order
 * of their steps, so that never both go on.
 */
final class Claim {
  private final Markers markers;
  private final Sleeper sleeper;
  private final Patience patience;

  /**
   * How long a claim takes.
   *
   * @param settle between an announcement and the look for others, as copies of tags may lag
   * @param pause between two looks
   * @param looks how often it is looked whether a drill that has to give way did so
   */
  record Patience(Duration settle, Duration pause, int looks) {
    static final Patience STANDARD = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(5), 12);
  }

  Claim(Markers markers, Sleeper sleeper, Patience patience) {
    this.markers = markers;
    this.sleeper = sleeper;
    this.patience = patience;
  }

  /**
   * Arms a drill.
   *
   * @return the armed marker
   * @throws io.github.hybridnet.model.HybridnetException HN5041, HN5042, HN5044; its own tags are
   *     removed then
   * @throws InterruptedException when the build is stopped; its own tags are removed then
   */
  Marker arm(DrillRecord record) throws InterruptedException {
    Marker claim = markers.claim(record);
    boolean armed = false;
    try {
      markers.write(claim);
      sleeper.sleep(patience.settle());
      waitForHigher(record);
      Marker mine = claim.in(State.ARMED);
      markers.update(mine);
      sleeper.sleep(patience.settle());
      confirm(mine);
      armed = true;
      return mine;
    } catch (CloudException failure) {
      throw DrillProblems.notMarked(
          record, String.valueOf(failure.getMessage()), Optional.of(failure));
    } finally {
      if (!armed) {
        withdraw(record.id());
      }
    }
  }

  private void waitForHigher(DrillRecord record) throws InterruptedException {
    for (int look = 0; ; look++) {
      Map<String, Marker> others = others(record);
      for (Marker other : others.values()) {
        if (Markers.isArmed(other) || other.record().id().compareTo(record.id()) < 0) {
          throw DrillProblems.another(other.record(), "goes on");
        }
      }
      if (others.isEmpty()) {
        return;
      }
      if (look >= patience.looks()) {
        throw DrillProblems.another(
            others.values().iterator().next().record(), "has been announced and does not give way");
      }
      sleeper.sleep(patience.pause());
    }
  }

  private Map<String, Marker> others(DrillRecord record) {
    Markers.Sight sight = markers.read().without(record.id());
    sight
        .unknown()
        .forEach(
            (id, text) -> {
              throw DrillProblems.refused(DrillProblems.notUnderstood(record.group(), id, text));
            });
    return sight.known();
  }

  /** What was written must be what stands, and nobody else may be armed. */
  private void confirm(Marker mine) {
    Map<String, Marker> known = markers.read().known();
    String id = mine.record().id();
    Marker found = known.get(id);
    if (found == null || !Markers.isArmed(found)) {
      throw DrillProblems.notMarked(
          mine.record(),
          "they were written, and are not there when they are read",
          Optional.empty());
    }
    known.forEach(
        (other, marker) -> {
          if (!other.equals(id) && Markers.isArmed(marker)) {
            throw DrillProblems.another(marker.record(), "goes on");
          }
        });
  }

  /** A marker that cannot be removed is found by the next run; the lever was not moved. */
  private void withdraw(String id) {
    boolean interrupted = Thread.interrupted();
    try {
      markers.remove(id);
    } catch (CloudException failure) {
      return;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
