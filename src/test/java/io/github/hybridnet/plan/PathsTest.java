package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
  private static final ResourceKey GATEWAY =
      SamplePlans.SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "g");

  private static Paths judge(
      String type, boolean bgp, String state, @Nullable String status, GatewayRoutes routes) {
    ResourceKey key = SamplePlans.SCOPE.key(ResourceType.CONNECTION, "c");
    Map<String, Object> body =
        Map.of(
            "properties",
            Map.of(
                "connectionType",
                type,
                "enableBgp",
                bgp,
                "virtualNetworkGateway1",
                Map.of("id", GATEWAY.id())));
    Map<String, Object> observed = new LinkedHashMap<>();
    if (status != null) {
      observed.put("connectionStatus", status);
    }
    ActualResource actual = new ActualResource(key, null, state, body, observed);
    DesiredResource desired =
        new DesiredResource(key, body, List.of(), DesiredResource.WriteRules.locking(key));
    Plan plan = new Plan(List.of(new Change(Change.Action.UNCHANGED, desired, actual, List.of())));
    return Paths.judge(
        plan, gateway -> gateway.isSame(GATEWAY) ? routes : GatewayRoutes.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    ", true, true, CARRIES",
    "Unknown, true, true, CARRIES",
    "unknown, true, false, DOWN",
    "Connected, true, true, CARRIES",
    "Connected, true, false, DOWN",
    "Connected, false, false, CARRIES",
    "NotConnected, true, true, DOWN",
    "notconnected, false, false, DOWN",
    ", false, false, UNKNOWN",
    "Something, false, false, UNKNOWN",
  })
  void expressRouteIsJudgedByItsRoutes(
      @Nullable String status, boolean known, boolean learned, Carriage expected) {
    Paths paths =
        judge("ExpressRoute", false, "Succeeded", status, new GatewayRoutes(known, learned, false));
    assertThat(paths.expressRoute()).isEqualTo(expected);
    assertThat(paths.vpn()).isEqualTo(Carriage.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "Connected, false, true, false, CARRIES",
    "CONNECTED, true, true, true, CARRIES",
    "Connected, true, true, false, DOWN",
    "Connected, true, false, false, CARRIES",
    "NotConnected, true, true, true, DOWN",
    "Connecting, false, true, false, DOWN",
    "Unknown, false, true, false, UNKNOWN",
    ", true, true, true, CARRIES",
    ", false, false, false, UNKNOWN",
  })
  void aTunnelIsJudgedByItsStatusAndWithBgpByItsRoutes(
      @Nullable String status, boolean bgp, boolean known, boolean learned, Carriage expected) {
    Paths paths =
        judge("IPsec", bgp, "Succeeded", status, new GatewayRoutes(known, false, learned));
    assertThat(paths.vpn()).isEqualTo(expected);
    assertThat(paths.expressRoute()).isEqualTo(Carriage.NONE);
  }

  /** A state is that of the last write: what was written before may still carry traffic. */
  @ParameterizedTest
  @CsvSource({
    "Failed, Connected, UNKNOWN",
    "Canceled, Connected, UNKNOWN",
    "failed, , UNKNOWN",
    "Failed, NotConnected, DOWN",
    "Canceled, Connecting, DOWN",
  })
  void aConnectionWhoseLastWriteHasFailedIsNoProof(
      String state, @Nullable String status, Carriage expected) {
    GatewayRoutes all = new GatewayRoutes(true, true, true);
    assertThat(judge("IPsec", false, state, status, GatewayRoutes.UNREADABLE).vpn())
        .isEqualTo(expected);
    assertThat(judge("IPsec", true, state, status, all).vpn()).isEqualTo(expected);
    assertThat(judge("ExpressRoute", false, state, status, all).expressRoute()).isEqualTo(expected);
  }
}
