package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.plan.declared.DeploymentScope;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class DrillTargetFactoryTest {
  private static final DeploymentScope SCOPE =
      new DeploymentScope("sub", "ra-rg", new Region("westus2"));

  private static DrillTargetFactory factory(HybridNetwork network) {
    return new DrillTargetFactory(network, SCOPE);
  }

  private static HybridNetwork withTwoCircuits() {
    GatewayDeclaration expressRoute = SampleNetwork.expressRoute();
    return SampleNetwork.reference()
        .withGateways(
            SampleNetwork.vpn(),
            expressRoute.withConnections(
                List.of(
                    expressRoute.connections().get(0),
                    SampleNetwork.expressRouteConnection("second-er-cn", "second-erc"))));
  }

  @Test
  void theTargetHasBothConnectionsAndTheCircuit() {
    DrillTarget target = factory(SampleNetwork.reference()).target();
    assertThat(target.expressRoute().connection().key().name()).isEqualTo("ra-er-cn");
    assertThat(Objects.requireNonNull(target.vpn()).gateway().name()).isEqualTo("ra-vpn-vgw");
    assertThat(target.circuit().key().name()).isEqualTo("ra-erc");
    assertThat(target.circuit().ours()).isTrue();
  }

  @Test
  void aDrillOfSeveralConnectionsIsRefused() {
    assertThatThrownBy(() -> factory(withTwoCircuits()).target())
        .hasMessage(
            "HN5077: The drill was not started, because it can test networks with one connection"
                + " for each gateway only. The parameter files have 2 for the ExpressRoute gateway"
                + " and 1 for the VPN gateway. Nothing was changed."
                + System.lineSeparator()
                + "  Fix: test this network by hand. hybridnet:status shows the state of each"
                + " connection");
  }

  /** A drill may have been killed before the second connection was declared. */
  @Test
  void anUnfinishedDrillOfEachConnectionIsKnown() {
    List<DrillTarget> targets = factory(withTwoCircuits()).targets();
    assertThat(targets)
        .extracting(target -> target.circuit().key().name())
        .containsExactly("ra-erc", "second-erc");
    assertThat(targets).extracting(target -> target.circuit().ours()).containsExactly(true, false);
  }
}
