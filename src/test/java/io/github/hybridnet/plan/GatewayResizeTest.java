package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayResizeTest {
  @ParameterizedTest
  @CsvSource({
    "VpnGw1AZ, VpnGw3AZ, true",
    "VpnGw3AZ, VpnGw1AZ, false",
    "VpnGw3, VpnGw2AZ, false",
    "VpnGw1, VpnGw1AZ, true",
    "vpngw2, VPNGW2AZ, true",
    "VpnGw1AZ, VpnGw1, false",
    "Basic, VpnGw1AZ, false",
    "VpnGw1AZ, Basic, false",
    "Standard, VpnGw1AZ, false",
    "HighPerformance, VpnGw2AZ, false",
    "Standard, HighPerformance, true",
    "HighPerformance, Standard, true",
    "UltraPerformance, HighPerformance, false",
    "Standard, ErGw1AZ, false",
    "ErGw1AZ, ErGw3AZ, true",
    "ErGw2AZ, ErGw1AZ, true",
    "ErGw3AZ, ErGw1AZ, false",
    "ErGw1AZ, ErGwScale, true",
    "ErGw3AZ, ErGwScale, true",
    "Standard, ErGwScale, false",
    "ErGwScale, ErGw3AZ, false",
  })
  void azureResizesInPlace(String found, String declared, boolean possible) {
    assertThat(new GatewayResize(found, declared).isPossible("null")).isEqualTo(possible);
  }

  @ParameterizedTest
  @CsvSource({
    "VpnGw3AZ, VpnGw4AZ, Generation1, false",
    "VpnGw3AZ, VpnGw4AZ, Generation2, true",
    "VpnGw3AZ, VpnGw4AZ, None, true",
    "VpnGw1AZ, VpnGw3AZ, Generation1, true",
    "VpnGw1AZ, VpnGw2AZ, Generation2, true",
    "VpnGw4, VpnGw4AZ, generation1, false",
  })
  void aSizeOfTheSecondGenerationNeedsAGatewayOfIt(
      String found, String declared, String generation, boolean possible) {
    assertThat(new GatewayResize(found, declared).isPossible(generation)).isEqualTo(possible);
  }
}
