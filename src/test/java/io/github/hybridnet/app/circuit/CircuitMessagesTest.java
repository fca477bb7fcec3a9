package io.github.hybridnet.app.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import org.junit.jupiter.api.Test;

class CircuitMessagesTest {
  private static final ResourceKey CIRCUIT =
      new ResourceKey("sub", "rg", ResourceType.CIRCUIT, "erc");
  private static final ResourceKey PEERING =
      new ResourceKey("sub", "rg", ResourceType.PEERING, "erc/AzurePrivatePeering");

  @Test
  void wholeSentences() {
    assertThat(CircuitMessages.PEERINGS_LATER)
        .isEqualTo(
            "The peerings in the parameter files will be configured after the connectivity provider"
                + " has provisioned the circuit.");
    assertThat(CircuitMessages.PEERINGS_NOT_CONFIGURED)
        .isEqualTo(
            "The peerings in the parameter files are not configured yet. Azure accepts them after"
                + " the connectivity provider has provisioned the circuit. Run"
                + " hybridnet:create-circuit again then, or set"
                + " hybridnet.circuit.waitForProvider.");
    assertThat(CircuitMessages.provisioned(CIRCUIT))
        .isEqualTo(
            "ExpressRoute circuit erc: provisioned by the connectivity provider, private peering"
                + " enabled");
    assertThat(CircuitMessages.deprovisioned(CIRCUIT))
        .isEqualTo("ExpressRoute circuit erc: deprovisioned by the connectivity provider");
    assertThat(CircuitMessages.waitStopped(CIRCUIT))
        .isEqualTo(
            "Stopped waiting for the connectivity provider. The ExpressRoute circuit 'erc' exists."
                + " Run the goal again to continue waiting.");
    assertThat(CircuitMessages.keyNotCompared(PEERING))
        .isEqualTo(
            "The MD5 key of the circuit peering 'erc/AzurePrivatePeering' could not be compared,"
                + " because Azure does not show such keys. To write the key again, set"
                + " hybridnet.circuit.writePeeringKeys.");
  }
}
