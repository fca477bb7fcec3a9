package io.github.hybridnet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResizeTest {
  @ParameterizedTest
  @CsvSource({
    "VpnGw1AZ, VpnGw3AZ, true",
    "VpnGw3AZ, VpnGw1AZ, true",
    "VpnGw1, VpnGw1AZ, true",
    "vpngw2, VPNGW2AZ, true",
    "VpnGw1AZ, VpnGw1, false",
    "Basic, VpnGw1AZ, false",
    "VpnGw1AZ, Basic, false",
    "Standard, VpnGw1AZ, false",
    "HighPerformance, VpnGw2AZ, false",
    "Standard, HighPerformance, true",
    "HighPerformance, Standard, false",
    "Standard, ErGw1AZ, false",
    "ErGw1AZ, ErGw3AZ, true",
    "ErGw3AZ, ErGw1AZ, false",
    "ErGw1AZ, ErGwScale, false",
    "ErGwScale, ErGw3AZ, false",
  })
  void azureResizesInPlace(String found, String declared, boolean possible) {
    assertThat(Resize.isPossible(found, declared)).isEqualTo(possible);
  }
}
