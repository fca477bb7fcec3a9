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
                "HN4087: The BGP address of a gateway is assigned by Azure and cannot be set.",
                "  virtual network gateway a: actual '10.0.255.254', declared '10.0.255.250'",
                "  virtual network gateway b: not created yet, declared '10.0.255.250'",
                "  Fix: remove bgpPeeringAddress from the gateway's file, or write the actual"
                    + " address there, which hybridnet:status and outputs.json show. Nothing was"
                    + " changed"));
  }

  private static ResourceKey gateway(String name) {
    return new ResourceKey("s", "rg", ResourceType.VIRTUAL_NETWORK_GATEWAY, name);
  }
}
