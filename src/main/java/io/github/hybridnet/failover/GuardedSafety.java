package io.github.hybridnet.failover;

import io.github.hybridnet.failover.journal.DrillGuard;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes a drill down here and in Azure, and undoes it by the one restore. */
public final class GuardedSafety implements Safety, AutoCloseable {
  private final DrillGuard.Place place;
  private final Origin origin;
  private final Lever lever;
  private final Restoration restoration;
  private @Nullable DrillGuard guard;

  /**
   * Whose drill it is.
   *
   * @param group the resource group that carries the marker
   * @param machine the machine that it runs on
   */
  public record Origin(ResourceKey group, String machine) {}

  /**
   * The safety of one drill.
   *
   * @param place where it is written down
   * @param lever the lever that is pulled
   * @param restoration the restore
   */
  public GuardedSafety(
      DrillGuard.Place place, Origin origin, Lever lever, Restoration restoration) {
    this.place = place;
    this.origin = origin;
    this.lever = lever;
    this.restoration = restoration;
  }

  @Override
  public void arm(String id, DrillTime time) throws InterruptedException {
    guard =
        DrillGuard.begin(
            place,
            new DrillGuard.Who(id, origin.group(), origin.machine(), time.instantAt(time.now())),
            lever);
  }

  @Override
  public Outcome putBack() {
    Restored restored = restoration.run(lever, Objects.requireNonNull(guard));
    return new Outcome(
        restored.failure().or(restored::removed),
        restored.warnings().stream()
            .filter(w -> !restored.removed().equals(Optional.of(w)))
            .map(w -> w.code() + ": " + w.text())
            .toList());
  }

  @Override
  public boolean isUndoneElsewhere() {
    return guard != null && guard.isUndoneElsewhere();
  }

  /** Lets others see that the drill's process does not live any more. */
  @Override
  public void close() {
    if (guard != null) {
      guard.close();
    }
  }
}
