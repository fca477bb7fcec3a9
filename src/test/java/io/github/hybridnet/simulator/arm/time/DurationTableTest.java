package io.github.hybridnet.simulator.arm.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.TypeName;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTableTest {
  private static final long SEED = 20_261_125;
  private static final String VPN = "virtualNetworkGateways.vpn.create";
  private static final ArmId GATEWAY = gateway("GW1");

  private static ArmId gateway(String name) {
    return ArmId.group("s", "rg")
        .resource(TypeName.of("Microsoft.Network/virtualNetworkGateways"), name);
  }

  private static Duration minutes(long count) {
    return Duration.ofMinutes(count);
  }

  @Test
  void recordedDurationsCanBeReplaced() {
    assertThat(DurationTable.recorded(Map.of()).fixed(VPN, GATEWAY))
        .contains(Duration.ofSeconds(1045));
    DurationTable replaced = DurationTable.recorded(Map.of(VPN, minutes(1), "new.key", minutes(2)));
    assertThat(replaced.fixed(VPN, GATEWAY)).contains(minutes(1));
    assertThat(replaced.fixed("virtualNetworks.create", GATEWAY)).contains(Duration.ofSeconds(10));
    assertThat(replaced.fixed("new.key", GATEWAY)).contains(minutes(2));
  }

  @Test
  void unknownDurationIsAMistake() {
    DurationTable durationTable = DurationTable.recorded(Map.of());
    assertThatThrownBy(() -> durationTable.fixed("nothing", GATEWAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No duration for nothing");
  }

  @Test
  void mostSpecialOverrideCounts() {
    Map<String, Duration> overrides = new HashMap<>();
    List<String> patterns =
        List.of(
            "*",
            "virtualNetworkGateways.*",
            VPN,
            "*@gw?",
            VPN + "@/subscriptions/*/resourcegroups/RG/*",
            "*@gw1",
            VPN + "@gw1");
    for (int i = 0; i < patterns.size(); i++) {
      overrides.put(patterns.get(i), minutes(i));
      assertThat(DurationTable.recorded(overrides).fixed(VPN, GATEWAY))
          .as("%s beside the more general ones", patterns.get(i))
          .contains(minutes(i));
    }
    DurationTable all = DurationTable.recorded(overrides);
    assertThat(all.fixed(VPN, gateway("other"))).contains(minutes(4));
    assertThat(all.fixed("connections.ipsec.create", gateway("gw2"))).contains(minutes(3));
    assertThat(all.fixed("connections.ipsec.create", gateway("other"))).contains(minutes(0));
  }

  @Test
  void overridesOfTheRunComeBeforeEqualOnesAndEndWithTheNextCall() {
    DurationTable durationTable =
        DurationTable.recorded(Map.of(VPN, minutes(1), "*@gw1", minutes(2)));
    durationTable.override(Map.of(VPN, minutes(3)));
    assertThat(durationTable.fixed(VPN, gateway("other"))).contains(minutes(3));
    assertThat(durationTable.fixed(VPN, GATEWAY)).contains(minutes(2));
    assertThat(durationTable.overrides()).containsOnlyKeys(VPN, "*@gw1");
    durationTable.override(Map.of());
    assertThat(durationTable.fixed(VPN, gateway("other"))).contains(minutes(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"virtualNetworkGateway.*", "nothing@gw1", "@gw1", "connections.*@", ""})
  void overrideThatCanNeverCountIsRefused(String pattern) {
    assertThatThrownBy(
            () ->
                DurationTable.recorded(Map.of("*", minutes(1)))
                    .override(Map.of(pattern, minutes(1))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + pattern + "'");
  }

  @Test
  void negativeOverrideIsRefused() {
    assertThatThrownBy(() -> DurationTable.recorded(Map.of(VPN, minutes(-1))))
        .hasMessage("'" + VPN + "' has a negative duration");
  }

  @Test
  void overrideThatInstantsCannotCountIsRefused() {
    Map<String, Duration> endless = Map.of(VPN, Duration.parse("PT99999999999999H"));
    assertThatThrownBy(() -> DurationTable.recorded(endless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + VPN + "' has a duration longer than PT876600H");
    assertThatThrownBy(() -> DurationTable.varying(Map.of()).override(endless))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(DurationTable.recorded(Map.of(VPN, Duration.ofDays(36_525))).fixed(VPN, GATEWAY))
        .isPresent();
  }

  @Test
  void overrideEndsVariation() {
    DurationTable durationTable = DurationTable.varying(Map.of("*@gw1", minutes(5)));
    assertThat(durationTable.fixed(VPN, GATEWAY)).contains(minutes(5));
    assertThat(durationTable.fixed(VPN, gateway("other"))).isEmpty();
    assertThat(durationTable.fixed("expressRouteCircuits.provider", gateway("other")))
        .contains(minutes(5));
  }

  @Test
  void drawnDurationsAreThoseOfTheRecordings() {
    DurationTable durationTable = DurationTable.varying(Map.of());
    int count = 4000;
    double[] seconds = new double[count];
    for (int i = 0; i < count; i++) {
      seconds[i] =
          durationTable.drawn(VPN, RandomDraw.of(SEED, "gateway " + i % 40, i / 40)).toMillis()
              / 1e3;
    }
    Arrays.sort(seconds);
    // 4 % take four times as long; nearly all others are within three standard deviations.
    long exceptions = Arrays.stream(seconds).filter(each -> each > 2200).count();
    double sigma = Math.log(seconds[(int) (count * 0.8)] / seconds[(int) (count * 0.16)]) / 2;
    assertThat(seconds[count / 2]).as("median, seed %d", SEED).isBetween(1030.0, 1070.0);
    assertThat(sigma).as("sigma, seed %d", SEED).isBetween(0.10, 0.14);
    assertThat(exceptions / (double) count).as("exceptions, seed %d", SEED).isBetween(0.03, 0.05);
    assertThat(seconds[0]).as("shortest, seed %d", SEED).isBetween(550.0, 800.0);
  }

  @Test
  void drawDependsOnSeedPurposeAndNumberAlone() {
    RandomDraw randomDraw = RandomDraw.of(SEED, "a", 1);
    assertThat(RandomDraw.of(SEED, "a", 1)).isEqualTo(randomDraw);
    assertThat(RandomDraw.of(SEED, "a", 2)).isNotEqualTo(randomDraw);
    assertThat(RandomDraw.of(SEED, "b", 1)).isNotEqualTo(randomDraw);
    assertThat(RandomDraw.of(SEED + 1, "a", 1)).isNotEqualTo(randomDraw);
  }
}
