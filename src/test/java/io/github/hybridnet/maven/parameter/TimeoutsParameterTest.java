package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.OperationTimeouts;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutsParameterTest {
  private static final String KINDS =
      "resourceGroup, networkSecurityGroup, virtualNetwork, publicIp, localNetworkGateway,"
          + " virtualNetworkGateway, connection, circuit, peering, authorization, subnet,"
          + " securityRule";

  @Test
  void eachLimitIsOfItsOwn() {
    OperationTimeouts operationTimeouts =
        TimeoutsParameter.parse(
            "virtualNetworkGateway=120m, virtualNetworkGateway.delete=3h,\n  connection=PT45M,");
    assertThat(operationTimeouts.write(ResourceType.VIRTUAL_NETWORK_GATEWAY))
        .isEqualTo(Duration.ofMinutes(120));
    assertThat(operationTimeouts.delete(ResourceType.VIRTUAL_NETWORK_GATEWAY))
        .isEqualTo(Duration.ofHours(3));
    assertThat(operationTimeouts.write(ResourceType.CONNECTION)).isEqualTo(Duration.ofMinutes(45));
    assertThat(operationTimeouts.write(ResourceType.SUBNET))
        .isEqualTo(OperationTimeouts.standard().write(ResourceType.SUBNET));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", " , "})
  void nothingLeavesTheUsualOnes(String text) {
    OperationTimeouts operationTimeouts = TimeoutsParameter.parse(text);
    assertThat(operationTimeouts.write(ResourceType.VIRTUAL_NETWORK_GATEWAY))
        .isEqualTo(Duration.ofMinutes(90));
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUALNETWORKGATEWAY, VIRTUAL_NETWORK_GATEWAY",
    "virtualNetworkGateways, VIRTUAL_NETWORK_GATEWAY",
    "publicIp, PUBLIC_IP",
    "publicIPAddress, PUBLIC_IP",
    "publicIPAddresses, PUBLIC_IP",
    "circuit, CIRCUIT",
    "expressRouteCircuit, CIRCUIT",
    "circuitPeering, PEERING",
    "authorizations, AUTHORIZATION"
  })
  void kindsHaveTheNamesThatUsersKnow(String name, ResourceType type) {
    assertThat(TimeoutsParameter.parse(name + "=7m").write(type)).isEqualTo(Duration.ofMinutes(7));
    assertThat(TimeoutsParameter.parse(name + ".DELETE=8m").delete(type))
        .isEqualTo(Duration.ofMinutes(8));
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasAName(ResourceType type) {
    String name = type.armName().substring(type.armName().lastIndexOf('/') + 1);
    assertThat(TimeoutsParameter.parse(name + "=7m").write(type)).isEqualTo(Duration.ofMinutes(7));
  }

  @Test
  void allMistakesAreToldAtOnce() {
    assertThatThrownBy(
            () ->
                TimeoutsParameter.parse(
                    "virtualNetworkGatway=2h,connection=soon,dns=1h,subnet,subnet=0m,circuit=1h,expressRouteCircuit=2h,peering=PT99999999H,virtualNetworkGateway.remove=1h"))
        .hasMessage(
            "HN1909: hybridnet.timeouts has mistakes: 'virtualNetworkGatway' names no kind of"
                + " resource (did you mean 'virtualNetworkGateway'?); 'connection' must have a"
                + " duration above zero, not 'soon'; 'dns' names no kind of resource; 'subnet' must"
                + " have a kind, = and a duration; 'subnet' must have a duration above zero, not"
                + " '0m'; 'expressRouteCircuit' is set twice; 'peering' must have a duration of at"
                + " most 365d, not 'PT99999999H'; in 'virtualNetworkGateway.remove' only .delete"
                + " may follow the kind.%n  Fix: write kind=duration or kind.delete=duration,"
                + " separated by commas, such as"
                + " virtualNetworkGateway=120m,virtualNetworkGateway.delete=3h. Kinds are %s",
            KINDS);
  }
}
