package io.github.hybridnet.drill.gate;

import io.github.hybridnet.drill.path.PathReading;

/**
 * Whether the private peering is enabled (source:
 * articles/expressroute/expressroute-circuit-peerings.md).
 */
final class PeeringStateGate extends DrillGate {
  PeeringStateGate() {
    super(
        "private-peering",
        GateKind.HEALTH,
        "The circuit's private peering is 'Enabled'.",
        "articles/expressroute/expressroute-circuit-peerings.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    String state = gateContext.reading().peeringState();
    String text = "The private peering of the " + gateContext.target().circuit().key().quoted();
    if (state.equals(PathReading.UNKNOWN)) {
      return gateContext.target().circuit().ours()
          ? notMet(text + " could not be read.", "give this identity the right to read the peering")
          : warning(text + " could not be read.", "ask its owner whether it is 'Enabled'");
    }
    if (state.equals(PathReading.NOT_REPORTED)) {
      return warning(text + " has no state that Azure reports. Routes show whether it works.", "");
    }
    if (state.equals(PathReading.ABSENT)) {
      return notMet(
          text + " does not exist.",
          "create it with hybridnet:create-circuit, or ask the connectivity provider");
    }
    if (state.equalsIgnoreCase("Disabled")) {
      return notMet(
          text + " is '" + state + "'. It must be 'Enabled'.",
          "enable the peering. If an earlier drill left it disabled, run hybridnet:restore");
    }
    return state.equalsIgnoreCase("Enabled")
        ? met(text + " is 'Enabled'.")
        : warning(
            text
                + " is '"
                + state
                + "', a state that is not known here. Routes show whether it works.",
            "");
  }
}
