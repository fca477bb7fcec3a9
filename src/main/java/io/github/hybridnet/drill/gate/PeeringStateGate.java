package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading;

/**
 * The private peering is enabled. Source: articles/expressroute/expressroute-circuit-peerings.md.
 */
final class PeeringStateGate extends DrillGate {
  PeeringStateGate() {
    super(
        "private-peering",
        GateKind.HEALTH,
        "The circuit's private peering is Enabled.",
        "articles/expressroute/expressroute-circuit-peerings.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    String state = gateContext.reading().peeringState();
    String text = "The private peering of the " + gateContext.target().circuit().key();
    if (state.equals(PathReading.UNKNOWN)) {
      return gateContext.target().circuit().ours()
          ? notMet(text + " could not be read.", "Give this identity the right to read it.")
          : warning(text + " could not be read.", "Ask its owner whether it is Enabled.");
    }
    if (state.equals(PathReading.NOT_REPORTED)) {
      return warning(text + " has no state that Azure reports. Routes show whether it works.", "");
    }
    if (state.equalsIgnoreCase("Enabled")) {
      return met(text + " is Enabled.");
    }
    return notMet(
        text + (state.equals(PathReading.ABSENT) ? " does not exist." : " is " + state + "."),
        "Enable it, or run restore if an earlier drill has left it disabled.");
  }
}
