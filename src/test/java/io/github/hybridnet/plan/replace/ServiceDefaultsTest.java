package io.github.hybridnet.plan.replace;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.ConnectivityPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServiceDefaultsTest {

  @Test
  void whatAzureGivesAnywayIsNotLost() {
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "connectionProtocol", "IKEv2")).isTrue();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "vpnType", "RouteBased")).isTrue();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "connectionMode", "DEFAULT")).isTrue();
    assertThat(ServiceDefaults.holds(ConnectivityPath.EXPRESS_ROUTE, "vpnType", "PolicyBased"))
        .isTrue();
    assertThat(
            ServiceDefaults.holds(
                ConnectivityPath.VPN,
                "bgpSettings",
                Map.of("asn", 65515, "bgpPeeringAddress", "10.0.255.254", "peerWeight", 0)))
        .isTrue();
  }

  @Test
  void whatSomebodyChoseIsLost() {
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "connectionProtocol", "IKEv1"))
        .isFalse();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "vpnType", "PolicyBased")).isFalse();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "vpnGatewayGeneration", "Generation2"))
        .isFalse();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "bgpSettings", Map.of("asn", 65010)))
        .isFalse();
    assertThat(
            ServiceDefaults.holds(
                ConnectivityPath.VPN,
                "bgpSettings",
                Map.of(
                    "asn",
                    65515,
                    "bgpPeeringAddresses",
                    List.of(Map.of("customBgpIpAddresses", List.of("169.254.21.1"))))))
        .isFalse();
    assertThat(ServiceDefaults.holds(ConnectivityPath.VPN, "natRules", List.of("a"))).isFalse();
  }
}
