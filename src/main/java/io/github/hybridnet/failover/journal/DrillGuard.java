package io.github.hybridnet.failover.journal;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Sleeper;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.failover.journal.DrillRecord.State;
import io.github.hybridnet.failover.lever.Definition;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.model.HybridnetException;
import io.github.hybridnet.plan.ResourceKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A drill that is written down, here and in Azure, and is the only one of its group: from now on it
 * will be undone, by this process or by another one.
 */
public final class DrillGuard implements Trace, AutoCloseable {
  private final Place place;
  private final DrillFile file;
  private final Optional<DrillLock> lock;
  private final Pulse pulse;

  /**
   * Where drills are written down.
   *
   * @param cloud holds the markers
   * @param files hold the local records
   * @param sleeper lets time pass while another drill gives way
   * @param beat how often others are shown that the drill lives
   * @param seal signs the markers, and tells whether others are signed
   */
  public record Place(
      DrillCloud cloud, DrillFiles files, Sleeper sleeper, Duration beat, MarkerSeal seal) {
    /** How often a drill shows that it lives. */
    public static final Duration USUAL_BEAT = Duration.ofSeconds(15);

    Markers markers(ResourceKey group) {
      return new Markers(cloud, group, seal);
    }
  }

  /**
   * Which drill.
   *
   * @param id its name
   * @param group the resource group that carries the marker
   * @param by the machine that it runs on
   * @param at when it is begun
   */
  public record Who(String id, ResourceKey group, String by, Instant at) {}

  private DrillGuard(Place place, DrillFile file, Optional<DrillLock> lock, Pulse pulse) {
    this.place = place;
    this.file = file;
    this.lock = lock;
    this.pulse = pulse;
  }

  /**
   * Writes a drill down: the local file, then the claim in Azure; when it is alone, the file and
   * the marker say that it is armed, and the marker is read back. On return the lever may be
   * pulled.
   *
   * @throws HybridnetException HN5040 when the file, HN5044 when the marker cannot be written,
   *     HN5041 when another drill goes on, HN5042 when a marker is not understood; nothing is left
   *     of this drill then
   * @throws CloudException when the definition cannot be read
   * @throws InterruptedException when the build is stopped; nothing is left of this drill then
   */
  public static DrillGuard begin(Place place, Who who, Lever lever) throws InterruptedException {
    Definition before = lever.definition();
    DrillRecord record =
        new DrillRecord(
            who.id(),
            lever.kind(),
            who.group(),
            lever.target(),
            before.fingerprint(),
            who.by(),
            who.at().truncatedTo(ChronoUnit.SECONDS),
            lever.needsNoKey());
    DrillFile claimed = new DrillFile(place.files().endpoint(), record, State.CLAIMED, before);
    write(place, claimed);
    Optional<DrillLock> lock = lock(place, record.id());
    boolean armed = false;
    try {
      Marker marker =
          new Claim(place.markers(record.group()), place.sleeper(), Claim.Patience.STANDARD)
              .arm(record);
      DrillFile file = claimed.in(State.ARMED);
      write(place, file);
      if (Thread.interrupted()) {
        throw new InterruptedException("The build was stopped before the lever was moved.");
      }
      armed = true;
      Pulse pulse = new Pulse(place.markers(record.group()), marker, place.beat());
      return new DrillGuard(place, file, lock, pulse);
    } finally {
      if (!armed) {
        release(lock);
        abandon(place, claimed);
      }
    }
  }

  private static void write(Place place, DrillFile file) {
    try {
      place.files().write(file);
    } catch (IOException | RuntimeException e) {
      throw DrillProblems.notWritten(place.files().path(file.record().id()), e);
    }
  }

  /** Where the drive has no locks, other processes watch the marker instead. */
  private static Optional<DrillLock> lock(Place place, String id) {
    try {
      return Optional.of(place.files().lock(id));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Nothing is left of a drill whose lever was not moved, whatever stopped it: a marker that was on
   * its way then arrives before the look for it. What Azure does not let go the next run removes.
   */
  private static void abandon(Place place, DrillFile file) {
    boolean interrupted = Thread.interrupted();
    try {
      place.sleeper().sleep(Claim.Patience.STANDARD.settle());
    } catch (InterruptedException e) {
      interrupted = true;
    }
    interrupted |= Thread.interrupted();
    var unused = new StandingTrace(place, file.record(), file.before()).remove();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void release(Optional<DrillLock> lock) {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
    } catch (IOException e) {
      // The end of the process gives it back.
      return;
    }
  }

  @Override
  public DrillRecord record() {
    return file.record();
  }

  @Override
  public Definition before() {
    return file.before();
  }

  /** Whether somebody else has undone the drill meanwhile. */
  public boolean isUndoneElsewhere() {
    return pulse.isRemoved();
  }

  @Override
  public List<Finding> remove() {
    pulse.close();
    List<Finding> left = new StandingTrace(place, file.record(), file.before()).remove();
    release(lock);
    return left;
  }

  /**
   * Gives the locks of this process back and ends the beat; file and marker stay unless they were
   * removed, so that the next run finds them.
   */
  @Override
  public void close() {
    pulse.close();
    release(lock);
  }
}
