package io.github.hybridnet.app.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.app.Confirmation;
import io.github.hybridnet.app.drill.DrillRequest.Overrides;
import io.github.hybridnet.app.drill.DrillRequest.ProbeRequest;
import io.github.hybridnet.drill.api.DisconnectMethod;
import io.github.hybridnet.drill.api.DrillSettings.Mode;
import io.github.hybridnet.drill.api.DrillSettings.TimeLimits;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.run.SampleDrills;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DrillRequestTest {
  private static final DrillTarget TARGET = SampleDrills.target();
  private static final String GATEWAY = TARGET.expressRoute().gateway().name();

  @Test
  void touchesNothingWithoutConfirmation() {
    assertThat(request(null, false, Set.of()).settings(TARGET).mode()).isEqualTo(Mode.DRY_RUN);
  }

  @Test
  void observesWhateverIsConfirmed() {
    assertThat(request(GATEWAY, true, Set.of()).settings(TARGET).mode()).isEqualTo(Mode.OBSERVE);
  }

  @Test
  void isConfirmedByTheGatewaysNameInAnyCase() {
    assertThat(request(GATEWAY.toUpperCase(Locale.ROOT), false, Set.of()).settings(TARGET))
        .satisfies(s -> assertThat(s.mode()).isEqualTo(Mode.DRILL))
        .satisfies(
            s ->
                assertThat(s.method())
                    .as("the peering is not declared")
                    .isEqualTo(DisconnectMethod.CONNECTION))
        .satisfies(s -> assertThat(s.times().disconnect()).isEqualTo(Duration.ofMinutes(15)));
  }

  @Test
  void isNotConfirmedByAnotherName() {
    assertThatThrownBy(() -> request("other", false, Set.of()).settings(TARGET))
        .hasMessage(
            "HN5000: hybridnet.failover.confirm is 'other', but the ExpressRoute gateway in"
                + " the parameter files is '%s'. Nothing was changed.%n  Fix: to test this"
                + " network, run the goal with -Dhybridnet.failover.confirm=%s. To test the"
                + " network of 'other', run it with the parameter files of that network",
            GATEWAY, GATEWAY);
  }

  @Test
  void tellsAllMistakesAtOnce() {
    TimeLimits timeLimits =
        new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofHours(3),
            Duration.ofHours(2),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1));
    DrillRequest request =
        new DrillRequest(
            null,
            new Confirmation(null, false, false),
            false,
            words(Set.of()),
            timeLimits,
            new DrillThresholds(
                Optional.of(Duration.ofMillis(500)),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.5)),
            probes(List.of()));
    assertThatThrownBy(() -> request.settings(TARGET))
        .hasMessage(
            String.join(
                System.lineSeparator(),
                "HN5001: The drill cannot be run with these parameters:",
                "  hybridnet.failover.maxDuration must be at most 1h, and is 2h",
                "  hybridnet.failover.hold must be shorter than hybridnet.failover.maxDuration"
                    + " (3h and 2h)",
                "  hybridnet.failover.maxOutage needs probes: set hybridnet.failover.probes, such"
                    + " as web=tcp://10.0.1.4:443",
                "  hybridnet.failover.minAvailability needs probes: set hybridnet.failover.probes,"
                    + " such as web=tcp://10.0.1.4:443",
                "  hybridnet.failover.maxOutage must not be shorter than"
                    + " hybridnet.failover.probeInterval (500ms and 1s), because such an outage"
                    + " could be missed",
                "  Fix: correct these parameters. Nothing was changed"));
  }

  @Test
  void refusesToOverrideWhatNothingCanBeUndoneWithout() {
    assertThatThrownBy(() -> request(null, false, Set.of("locks", "odd")).settings(TARGET))
        .hasMessageStartingWith(
            "HN5002: hybridnet.failover.override names gates that do not exist: 'odd', and gates"
                + " that cannot be overridden: 'locks'. Nothing was changed.")
        .hasMessageContaining("Fix: name only gates of this list: readings, ")
        .hasMessageContaining("vpn-connection")
        .hasMessageEndingWith(
            "probes. What another gate finds, such as a management lock, must be resolved before"
                + " the drill");
    assertThatThrownBy(() -> request(null, false, Set.of("odd")).settings(TARGET))
        .hasMessageStartingWith(
            "HN5002: hybridnet.failover.override names gates that do not exist: 'odd'. Nothing was"
                + " changed.")
        .hasMessageEndingWith("probes");
  }

  private static DrillRequest request(
      @Nullable String confirmed, boolean observe, Set<String> overridden) {
    TimeLimits timeLimits =
        new TimeLimits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(1),
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(1));
    return new DrillRequest(
        null,
        new Confirmation(confirmed, false, false),
        observe,
        words(overridden),
        timeLimits,
        DrillThresholds.NONE,
        probes(List.of()));
  }

  /** The command of a dry run is complete; other commands do not repeat a confirmation. */
  @Test
  void theCommandOfADryRunRepeatsWhatWasConfirmedOfThePeering() {
    List<String> options = List.of("-Dhybridnet.cloud=simulator");
    assertThat(new Overrides(Optional.empty(), Set.of(), false, true, options).allOptions())
        .containsExactly("-Dhybridnet.cloud=simulator", "-Dhybridnet.failover.noPeeringKey");
    assertThat(new Overrides(Optional.empty(), Set.of(), false, false, options).allOptions())
        .isEqualTo(options);
  }

  private static Overrides words(Set<String> overridden) {
    return new Overrides(Optional.empty(), overridden, false, false, List.of());
  }

  private static ProbeRequest probes(List<String> targets) {
    return new ProbeRequest(
        targets,
        Optional.empty(),
        Optional.empty(),
        Path.of("."),
        new DrillRequest.InsideRequest(null, null));
  }
}
