package io.github.hybridnet.failover;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.failover.Marks.Mark;
import io.github.hybridnet.failover.Verdict.Outcome;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.gate.PathReading.Path;
import io.github.hybridnet.failover.gate.PathReading.Routing;
import io.github.hybridnet.failover.probe.ProbeTiming;
import io.github.hybridnet.failover.probe.Probed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the byte counters add to a verdict. */
class ConclusionTest {
  private final Logbook logbook = new Logbook(new DrillClock().time(), event -> {});

  private void read(int minute, Routing routing, long bytes) {
    Path expressRoute = new Path("Succeeded", "Connected", 0, List.of(), bytes, bytes, routing);
    logbook.add(
        new PathReading(Duration.ofMinutes(minute), expressRoute, expressRoute, "Disabled"));
  }

  private Verdict verdict(int restore) {
    logbook.mark(Mark.LEVER, Duration.ofMinutes(1));
    logbook.mark(Mark.RESTORE, Duration.ofMinutes(restore));
    ProbeTiming timing = new ProbeTiming(ProbeTiming.INTERVAL, ProbeTiming.TIMEOUT);
    Probed nothing = new Probed(timing, List.of(), List.of(), Map.of());
    return new Conclusion(logbook, Thresholds.NONE, nothing).verdict(Outcome.PASSED);
  }

  private void readings() {
    Routing known = new Routing(true, List.of());
    read(2, known, 100);
    read(14, known, 100);
    read(16, Routing.UNKNOWN, 100);
    read(18, Routing.UNKNOWN, 5000);
  }

  @Test
  void countersThatGrowLongAfterItWasGoneContradict() {
    readings();
    assertThat(verdict(20).findings())
        .extracting(Verdict.Finding::code)
        .containsExactly(Away.NEVER_AWAY);
  }

  /** Azure may not tell routes for a while; once it is put back ExpressRoute may carry. */
  @Test
  void whatIsCountedAfterItWasPutBackDoesNot() {
    readings();
    assertThat(verdict(15)).isEqualTo(new Verdict(Outcome.PASSED, List.of()));
  }

  /** A counter does not speak for a failover that did not come about. */
  @Test
  void countersSupportOnlyADrillThatPassed() {
    Routing known = new Routing(true, List.of());
    read(2, known, 100);
    read(4, known, 300);
    String counted = "The VPN connection counted 400 more bytes while ExpressRoute was gone.";
    verdict(15);
    assertThat(texts()).containsExactly(counted + " This supports the result.");
    logbook.fail("HN5020", "It did not take over.", "");
    verdict(15);
    assertThat(texts()).endsWith(counted);
  }

  private List<String> texts() {
    return logbook.events().stream().map(DrillEvent::text).toList();
  }
}
