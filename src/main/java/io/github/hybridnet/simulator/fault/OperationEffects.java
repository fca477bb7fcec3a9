package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.ArmErrors;
import io.github.hybridnet.simulator.arm.Fate;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The effects on the ends of operations. */
final class OperationEffects {
  /** A century: for ever, as far as instants can be counted. */
  static final Duration FOR_EVER = Duration.ofDays(36_525);

  private static final String GATEWAYS = "Microsoft.Network/virtualNetworkGateways";

  /** How gateways fail in public reports. */
  private static final ErrorText OF_GATEWAYS =
      ErrorText.of(
          "VmssGatewayDeploymentFailed",
          "The gateway deployment operation failed due to an intermittent error. Please try"
              + " again.");

  /** How other operations failed in recorded traffic, spelled as there. */
  private static final ErrorText OF_OTHERS =
      ErrorText.of("InternalServerError", "An error occured.");

  private OperationEffects() {}

  /**
   * It ends as {@code Failed}.
   *
   * @param error why; null for what is typical of the resource
   */
  record Fail(@Nullable ErrorText error) implements Effect.OnOperation {
    @Override
    public String name() {
      return "failOperation";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.FINAL;
    }

    @Override
    public Fate fate(String type) {
      ErrorText typical = type.equalsIgnoreCase(GATEWAYS) ? OF_GATEWAYS : OF_OTHERS;
      return Fate.failed((error == null ? typical : error).operation(500));
    }
  }

  /**
   * It ends as {@code Canceled}.
   *
   * @param error why; null for what is usual
   */
  record Cancel(@Nullable ErrorText error) implements Effect.OnOperation {
    @Override
    public String name() {
      return "cancelOperation";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.FINAL;
    }

    @Override
    public Fate fate(String type) {
      return Fate.canceled(error == null ? ArmErrors.canceled() : error.operation(409));
    }
  }

  /**
   * It does not end.
   *
   * @param time not before this much simulated time
   */
  record Stick(Duration time) implements Effect.OnOperation {
    @Override
    public String name() {
      return "stuckOperation";
    }

    @Override
    public Set<Phase> phases() {
      return Phases.FINAL;
    }

    @Override
    public Fate fate(String type) {
      return Fate.postponed(time);
    }
  }
}
