package io.github.hybridnet.drill.path;

import static io.github.hybridnet.drill.gate.HealthyDrill.overExpressRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.FakeCloud;
import io.github.hybridnet.drill.gate.HealthyDrill;
import io.github.hybridnet.engine.GatewayRoutingClient.LearnedRoute;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {
  private final HealthyDrill drill = new HealthyDrill();

  private List<String> radius() throws InterruptedException {
    return BlastRadius.of(drill.read(), HealthyDrill.target(true));
  }

  @Test
  void saysWhatMovesAndWhoIsBehindIt() throws InterruptedException {
    assertThat(radius())
        .containsExactly(
            "1 prefix moves from the connection 'er-cn' to the connection 'vpn-cn':"
                + " 192.168.0.0/16.",
            "On-premises autonomous systems behind ExpressRoute: 65010.");
  }

  @Test
  void saysWhatIsNotReachableMeanwhile() throws InterruptedException {
    drill.views.routes.put(
        HealthyDrill.ER,
        List.of(
            overExpressRoute("192.168.0.0/16", "10.0.255.228"),
            new LearnedRoute(
                "172.16.0.0/12", "p", "p", "EBgp", "12076-65010-12076-4200000001", 32769)));
    assertThat(radius())
        .containsExactly(
            "2 prefixes move from the connection 'er-cn' to the connection 'vpn-cn':"
                + " 172.16.0.0/12, 192.168.0.0/16.",
            "Not reachable during the drill, because the VPN does not lead there: 172.16.0.0/12.",
            "On-premises autonomous systems behind ExpressRoute: 65010, 4200000001.");
  }

  @Test
  void nothingMoves() throws InterruptedException {
    drill.views.routes.clear();
    assertThat(radius())
        .containsExactly("No prefix moves from the connection 'er-cn' to the connection 'vpn-cn'.");
  }

  @Test
  void whatIsNotKnownIsSaid() throws InterruptedException {
    drill.views.failure = FakeCloud.failure(Kind.UNREACHABLE, "NoAnswer");
    assertThat(radius())
        .containsExactly(
            "It is not known which prefixes move from the connection 'er-cn' to the"
                + " connection 'vpn-cn'.");
  }
}
