package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.engine.OperationOutcome;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The effects on the ends of operations. */
final class OperationEffects {
  /** A century: for ever, as far as instants can be counted. */
  static final Duration FOR_EVER = Duration.ofDays(36_525);

  private static final String GATEWAYS = "Microsoft.Network/virtualNetworkGateways";

  /** How gateways fail in public reports. */
  private static final FaultError OF_GATEWAYS =
      FaultError.of(
          "VmssGatewayDeploymentFailed",
          "The gateway deployment operation failed due to an intermittent error. Please try"
              + " again.");

  /** How other operations failed in recorded traffic, spelled as there. */
  private static final FaultError OF_OTHERS =
      FaultError.of("InternalServerError", "An error occured.");

  private OperationEffects() {}

  /**
   * It ends as {@code Failed}.
   *
   * @param error why; null for what is typical of the resource
   */
  record OperationFailure(@Nullable FaultError error) implements FaultEffect.OperationEffect {
    @Override
    public String name() {
      return "failOperation";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.FINAL;
    }

    @Override
    public OperationOutcome outcome(String type) {
      FaultError typical = type.equalsIgnoreCase(GATEWAYS) ? OF_GATEWAYS : OF_OTHERS;
      return OperationOutcome.failed((error == null ? typical : error).operation(500));
    }
  }

  /**
   * It ends as {@code Canceled}.
   *
   * @param error why; null for what is usual
   */
  record OperationCancellation(@Nullable FaultError error) implements FaultEffect.OperationEffect {
    @Override
    public String name() {
      return "cancelOperation";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.FINAL;
    }

    @Override
    public OperationOutcome outcome(String type) {
      return OperationOutcome.canceled(error == null ? ArmErrors.canceled() : error.operation(409));
    }
  }

  /**
   * It does not end.
   *
   * @param time not before this much simulated time
   */
  record StuckOperation(Duration time) implements FaultEffect.OperationEffect {
    @Override
    public String name() {
      return "stuckOperation";
    }

    @Override
    public Set<FaultPhase> phases() {
      return FaultPhases.FINAL;
    }

    @Override
    public OperationOutcome outcome(String type) {
      return OperationOutcome.postponed(time);
    }
  }
}
