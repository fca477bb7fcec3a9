package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.SamplePlans;
import org.junit.jupiter.api.Test;

/** What nobody declares of an address that exists is no difference. */
class StandingAddressTest {
  private static final String ADDRESS = "ra-vpn-vgw-pip";

  @Test
  void aBasicAddressOfAnOldGatewayStays() {
    Plan plan =
        SamplePlans.standing()
            .otherwise(ADDRESS, "sku.name", "Basic")
            .otherwise(ADDRESS, "properties.publicIPAllocationMethod", "Dynamic")
            .plan();
    assertThat(plan.isEmpty()).isTrue();
    assertThat(plan.removals()).isEmpty();
  }
}
