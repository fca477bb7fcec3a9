package io.github.hybridnet.simulator.arm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What comes of an operation that is due. */
public final class Fate {
  /** It ends as its work does. */
  public static final Fate NATURAL = new Fate(null, null);

  private final StoredOperation.@Nullable Outcome outcome;
  private final @Nullable Duration postponed;

  private Fate(StoredOperation.@Nullable Outcome outcome, @Nullable Duration postponed) {
    this.outcome = outcome;
    this.postponed = postponed;
  }

  /** It does nothing and ends as {@code Failed}; so is the resource. */
  public static Fate failed(ArmError error) {
    return new Fate(StoredOperation.Outcome.failed(error), null);
  }

  /** It does nothing and ends as {@code Canceled}; the resource is {@code Failed}. */
  public static Fate canceled(ArmError error) {
    return new Fate(StoredOperation.Outcome.canceled(error), null);
  }

  /** It goes on for this much simulated time. */
  public static Fate postponed(Duration by) {
    return new Fate(null, by);
  }

  StoredOperation.@Nullable Outcome outcome() {
    return outcome;
  }

  @Nullable Duration postponed() {
    return postponed;
  }
}
