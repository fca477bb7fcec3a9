package io.github.hybridnet.simulator.arm.engine;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.store.StoredOperation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an operation ends that is due. */
public final class OperationOutcome {
  /** It ends as its work does. */
  public static final OperationOutcome NATURAL = new OperationOutcome(null, null);

  private final StoredOperation.@Nullable Outcome outcome;
  private final @Nullable Duration postponed;

  private OperationOutcome(
      StoredOperation.@Nullable Outcome outcome, @Nullable Duration postponed) {
    this.outcome = outcome;
    this.postponed = postponed;
  }

  /** It does nothing and ends as {@code Failed}; so is the resource. */
  public static OperationOutcome failed(ArmError error) {
    return new OperationOutcome(StoredOperation.Outcome.failed(error), null);
  }

  /** It does nothing and ends as {@code Canceled}; the resource is {@code Failed}. */
  public static OperationOutcome canceled(ArmError error) {
    return new OperationOutcome(StoredOperation.Outcome.canceled(error), null);
  }

  /** It goes on for this much simulated time. */
  public static OperationOutcome postponed(Duration by) {
    return new OperationOutcome(null, by);
  }

  StoredOperation.@Nullable Outcome outcome() {
    return outcome;
  }

  @Nullable Duration postponed() {
    return postponed;
  }
}
