package io.github.hybridnet.app.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.diff.AssignedValues.UnmetValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanProblemsTest {
  private static final PropertyDifference ADDRESS =
      new PropertyDifference(
          "properties.bgpSettings.bgpPeeringAddress", "10.0.255.250", "10.0.255.254");

  @Test
  void anAddressThatAzureAssigned() {
    assertThat(
            PlanProblems.assigned(
                List.of(
                    new UnmetValue(gateway("a"), true, ADDRESS),
                    new UnmetValue(gateway("b"), false, ADDRESS))))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN4087: Azure assigns the BGP address of a gateway, and it cannot be chosen.",
                "  virtual network gateway a has 10.0.255.254; declared is 10.0.255.250",
                "  virtual network gateway b does not exist yet; declared is 10.0.255.250",
                "  Fix: remove bgpPeeringAddress from the gateway's file, or declare the address"
                    + " that stands. hybridnet:status and outputs.json show it. Nothing was"
                    + " changed"));
  }

  private static ResourceKey gateway(String name) {
    return new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, name);
  }
}
