package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.ResourceKey;

/** The lines that {@code create-circuit} and the circuit's part of a plan show. */
final class CircuitMessages {
  /** About peerings that cannot be written yet, in a plan. */
  static final String PEERINGS_LATER =
      "The peerings in the parameter files will be configured after the connectivity provider has"
          + " provisioned the circuit.";

  /** About peerings that a run has left for a later one. */
  static final String PEERINGS_NOT_CONFIGURED =
      "The peerings in the parameter files are not configured yet. Azure accepts them after the"
          + " connectivity provider has provisioned the circuit. Run hybridnet:create-circuit again"
          + " then, or set hybridnet.circuit.waitForProvider.";

  /** Before the reason why a plan does without the circuit. */
  static final String NOT_IN_PLAN = "The circuit is not part of this plan:";

  private CircuitMessages() {}

  static String provisioned(ResourceKey circuit) {
    return circuit + ": provisioned by the connectivity provider, private peering enabled";
  }

  static String deprovisioned(ResourceKey circuit) {
    return circuit + ": deprovisioned by the connectivity provider";
  }

  static String waitStopped(ResourceKey circuit) {
    return "Stopped waiting for the connectivity provider. The "
        + circuit.quoted()
        + " exists. Run the goal again to continue waiting.";
  }

  static String keyNotCompared(ResourceKey peering) {
    return "The MD5 key of the "
        + peering.quoted()
        + " could not be compared, because Azure does not show such keys. To write the key again,"
        + " set hybridnet.circuit.writePeeringKeys.";
  }
}
