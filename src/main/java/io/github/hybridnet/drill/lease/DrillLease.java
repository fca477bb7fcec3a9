package io.github.hybridnet.drill.lease;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.action.ResourceDefinition;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.lease.DrillRecord.State;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import io.github.hybridnet.engine.retry.Sleeper;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A drill that is written down, here and in Azure, and is the only one of its group: from now on it
 * will be ended by a restore, of this process or of another one.
 */
public final class DrillLease implements DrillRecordStore, AutoCloseable {
  private final LeaseStorage leaseStorage;
  private final DrillJournalFile file;
  private final Optional<DrillProcessLock> lock;
  private final LeaseHeartbeat leaseHeartbeat;

  /**
   * Where drills are written down.
   *
   * @param cloud holds the markers
   * @param files hold the local records
   * @param sleeper lets time pass while another drill gives way
   * @param beat how often others are shown that the drill lives
   * @param signer signs the markers, and verifies those of other drills
   */
  public record LeaseStorage(
      DrillCloud cloud, DrillJournal files, Sleeper sleeper, Duration beat, MarkerSigner signer) {
    /** How often a drill shows that it lives. */
    public static final Duration DEFAULT_BEAT = Duration.ofSeconds(15);

    DrillMarkers markers(ResourceKey group) {
      return new DrillMarkers(cloud, group, signer);
    }
  }

  /**
   * The drill that holds the lease.
   *
   * @param id its name
   * @param group the resource group that carries the marker
   * @param machine the machine that it runs on
   * @param begin when it was begun
   */
  public record LeaseOwner(String id, ResourceKey group, String machine, Instant begin) {}

  private DrillLease(
      LeaseStorage leaseStorage,
      DrillJournalFile file,
      Optional<DrillProcessLock> lock,
      LeaseHeartbeat leaseHeartbeat) {
    this.leaseStorage = leaseStorage;
    this.file = file;
    this.lock = lock;
    this.leaseHeartbeat = leaseHeartbeat;
  }

  /**
   * Writes a drill down: the local file, then the claim in Azure; when it is alone, the file and
   * the marker say that it is armed, and the marker is read back. On return ExpressRoute may be
   * disconnected.
   *
   * @throws UserException HN5040 when the file, HN5044 when the marker cannot be written, HN5041
   *     when another drill goes on, HN5042 when a marker is not understood; nothing is left of this
   *     drill then
   * @throws CloudException when the definition cannot be read
   * @throws InterruptedException when the build is stopped; nothing is left of this drill then
   */
  public static DrillLease acquire(
      LeaseStorage leaseStorage, LeaseOwner leaseOwner, DisconnectAction disconnectAction)
      throws InterruptedException {
    ResourceDefinition before = disconnectAction.definition();
    DrillRecord record =
        new DrillRecord(
            leaseOwner.id(),
            disconnectAction.method(),
            leaseOwner.group(),
            disconnectAction.target(),
            before.fingerprint(),
            leaseOwner.machine(),
            leaseOwner.begin().truncatedTo(ChronoUnit.SECONDS),
            disconnectAction.isDeclaredKeyless());
    DrillJournalFile claimed =
        new DrillJournalFile(leaseStorage.files().endpoint(), record, State.CLAIMED, before);
    write(leaseStorage, claimed);
    Optional<DrillProcessLock> lock = lock(leaseStorage, record.id());
    boolean armed = false;
    try {
      DrillMarker drillMarker = acquire(leaseStorage, record);
      DrillJournalFile file = claimed.withState(State.ARMED);
      write(leaseStorage, file);
      if (Thread.interrupted()) {
        throw new InterruptedException(
            "The build was stopped before ExpressRoute was disconnected.");
      }
      armed = true;
      LeaseHeartbeat leaseHeartbeat =
          new LeaseHeartbeat(
              leaseStorage.markers(record.group()), drillMarker, leaseStorage.beat());
      return new DrillLease(leaseStorage, file, lock, leaseHeartbeat);
    } finally {
      if (!armed) {
        release(lock);
        abandon(leaseStorage, claimed);
      }
    }
  }

  private static DrillMarker acquire(LeaseStorage leaseStorage, DrillRecord record)
      throws InterruptedException {
    return new LeaseAcquisition(
            leaseStorage.markers(record.group()),
            leaseStorage.sleeper(),
            LeaseAcquisition.AcquisitionTiming.STANDARD)
        .acquire(record);
  }

  private static void write(LeaseStorage leaseStorage, DrillJournalFile file) {
    try {
      leaseStorage.files().write(file);
    } catch (IOException | RuntimeException e) {
      throw DrillLeaseProblems.notWritten(leaseStorage.files().path(file.record().id()), e);
    }
  }

  /** Where the drive has no locks, other processes watch the marker instead. */
  private static Optional<DrillProcessLock> lock(LeaseStorage leaseStorage, String id) {
    try {
      return Optional.of(leaseStorage.files().lock(id));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Nothing is left of a drill that did not disconnect ExpressRoute, whatever stopped it: a marker
   * that was on its way then arrives before the look for it. What Azure does not let go the next
   * run removes.
   */
  private static void abandon(LeaseStorage leaseStorage, DrillJournalFile file) {
    try (DeferredInterrupt interrupt = new DeferredInterrupt()) {
      interrupt.sleep(leaseStorage.sleeper(), LeaseAcquisition.AcquisitionTiming.STANDARD.settle());
      interrupt.clear();
      var unused = new MarkerAndFileStore(leaseStorage, file.record(), file.before()).remove();
    }
  }

  private static void release(Optional<DrillProcessLock> lock) {
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
  public ResourceDefinition before() {
    return file.before();
  }

  /** Whether somebody else has restored ExpressRoute meanwhile. */
  public boolean isRestoredElsewhere() {
    return leaseHeartbeat.isRemoved();
  }

  @Override
  public List<DrillFinding> remove() {
    leaseHeartbeat.close();
    List<DrillFinding> left =
        new MarkerAndFileStore(
                leaseStorage, file.record(), file.before(), leaseHeartbeat.last().tags())
            .remove();
    release(lock);
    return left;
  }

  /**
   * Gives the locks of this process back and ends the beat; file and marker stay unless they were
   * removed, so that the next run finds them.
   */
  @Override
  public void close() {
    leaseHeartbeat.close();
    release(lock);
  }
}
