package io.github.hybridnet.simulator.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DurationsTest {

  @Test
  void recordedDurationsCanBeReplaced() {
    assertThat(Durations.recorded(Map.of()).of("virtualNetworkGateways.vpn.create"))
        .isEqualTo(Duration.ofSeconds(1045));
    Durations replaced =
        Durations.recorded(Map.of("virtualNetworkGateways.vpn.create", Duration.ofSeconds(1)));
    assertThat(replaced.of("virtualNetworkGateways.vpn.create")).isEqualTo(Duration.ofSeconds(1));
    assertThat(replaced.of("virtualNetworks.create")).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void unknownDurationIsAMistake() {
    Durations durations = Durations.recorded(Map.of());
    assertThatThrownBy(() -> durations.of("nothing"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No duration for nothing");
  }
}
