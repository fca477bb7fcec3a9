package io.github.hybridnet.drill.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillThresholds;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.path.PathReading.Path;
import io.github.hybridnet.drill.path.PathReading.Routing;
import io.github.hybridnet.drill.probe.ProbeSnapshot;
import io.github.hybridnet.drill.probe.ProbeTiming;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the byte counters add to a verdict. */
class ResultEvaluatorTest {
  private final DrillLog drillLog = new DrillLog(new DrillClock().time(), event -> {});

  private void read(int minute, Routing routing, long bytes) {
    Path expressRoute = new Path("Succeeded", "Connected", 0, List.of(), bytes, bytes, routing);
    drillLog.add(
        new PathReading(Duration.ofMinutes(minute), expressRoute, expressRoute, "Disabled"));
  }

  private DrillVerdict verdict(int restore) {
    drillLog.mark(Milestone.DISCONNECT_REQUESTED, Duration.ofMinutes(1));
    drillLog.mark(Milestone.RESTORE, Duration.ofMinutes(restore));
    ProbeTiming timing = new ProbeTiming(ProbeTiming.INTERVAL, ProbeTiming.TIMEOUT);
    ProbeSnapshot nothing = new ProbeSnapshot(timing, List.of(), List.of(), Map.of());
    return new ResultEvaluator(drillLog, DrillThresholds.NONE, nothing).verdict(Outcome.PASSED);
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
        .extracting(DrillFinding::code)
        .containsExactly(DrillMessages.NOT_DISCONNECTED);
  }

  /** Azure may not tell routes for a while; once it is put back ExpressRoute may carry. */
  @Test
  void whatIsCountedAfterItWasPutBackDoesNot() {
    readings();
    assertThat(verdict(15)).isEqualTo(new DrillVerdict(Outcome.PASSED, List.of()));
  }

  @Test
  void aWarningSaysWhatToDo() {
    drillLog.warn(new DrillFinding("HN5033", "It could not be compared.", "run hybridnet:plan"));
    assertThat(texts())
        .containsExactly("HN5033: It could not be compared. Fix: run hybridnet:plan");
  }

  /** A counter does not speak for a failover that did not come about. */
  @Test
  void countersSupportOnlyADrillThatPassed() {
    Routing known = new Routing(true, List.of());
    read(2, known, 100);
    read(4, known, 300);
    String counted =
        "The VPN connection counted 400 more bytes while ExpressRoute was disconnected.";
    verdict(15);
    assertThat(texts()).containsExactly(counted + " This supports the result.");
    drillLog.fail(new DrillFinding("HN5020", "It did not take over.", ""));
    verdict(15);
    assertThat(texts()).endsWith(counted);
  }

  private List<String> texts() {
    return drillLog.events().stream().map(DrillEvent::text).toList();
  }
}
