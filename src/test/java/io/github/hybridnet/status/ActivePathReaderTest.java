package io.github.hybridnet.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.plan.PathState;
import io.github.hybridnet.plan.Plan;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What carries traffic, by the routes that gateways have learned. */
class ActivePathReaderTest {

  private record OneRoute(String asPath) implements GatewayRoutingClient {
    @Override
    public List<BgpPeer> bgpPeers(ResourceKey gateway) {
      return List.of();
    }

    @Override
    public List<LearnedRoute> learnedRoutes(ResourceKey gateway) {
      return List.of(
          new LearnedRoute("10.9.0.0/16", "10.1.1.4", "10.1.1.4", "EBgp", asPath, 32769));
    }
  }

  /** Other networks on the circuit and Azure's own gateways lead to nobody on premises. */
  @ParameterizedTest
  @CsvSource({
    "12076-65010, CARRIES",
    "12076 65010, CARRIES",
    "12076-64512-12076, CARRIES",
    "12076, DOWN",
    "12076-12076, DOWN",
    "12076-65515, DOWN",
    "12076-65515-12076, DOWN",
    "12076 12076, DOWN",
  })
  void azuresOwnRoutesCarryNothing(String asPath, PathState expected) throws InterruptedException {
    Plan plan =
        SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan();
    assertThat(new ActivePathReader(new OneRoute(asPath)).of(plan).paths().expressRoute())
        .isEqualTo(expected);
  }
}
