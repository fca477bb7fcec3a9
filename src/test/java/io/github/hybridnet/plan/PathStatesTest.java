package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathStatesTest {
  private static final ResourceKey GATEWAY =
      SamplePlans.SCOPE.key(ResourceType.VIRTUAL_NETWORK_GATEWAY, "g");

  private static PathStates judge(
      String type, boolean bgp, String state, @Nullable String status, RouteSummary routes) {
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
    DeclaredResource desired =
        new DeclaredResource(key, body, List.of(), DeclaredResource.WriteRules.locking(key));
    Plan plan =
        new Plan(
            List.of(
                new ResourceChange(ResourceChange.Action.UNCHANGED, desired, actual, List.of())));
    return PathStates.judge(
        plan, gateway -> gateway.isSame(GATEWAY) ? routes : RouteSummary.UNREADABLE);
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
      @Nullable String status, boolean known, boolean learned, PathState expected) {
    PathStates pathStates =
        judge("ExpressRoute", false, "Succeeded", status, new RouteSummary(known, learned, false));
    assertThat(pathStates.expressRoute()).isEqualTo(expected);
    assertThat(pathStates.vpn()).isEqualTo(PathState.NONE);
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
      @Nullable String status, boolean bgp, boolean known, boolean learned, PathState expected) {
    PathStates pathStates =
        judge("IPsec", bgp, "Succeeded", status, new RouteSummary(known, false, learned));
    assertThat(pathStates.vpn()).isEqualTo(expected);
    assertThat(pathStates.expressRoute()).isEqualTo(PathState.NONE);
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
      String state, @Nullable String status, PathState expected) {
    RouteSummary all = new RouteSummary(true, true, true);
    assertThat(judge("IPsec", false, state, status, RouteSummary.UNREADABLE).vpn())
        .isEqualTo(expected);
    assertThat(judge("IPsec", true, state, status, all).vpn()).isEqualTo(expected);
    assertThat(judge("ExpressRoute", false, state, status, all).expressRoute()).isEqualTo(expected);
  }
}
