package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.action.DisconnectAnnouncement;
import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillMilestones;
import io.github.hybridnet.drill.api.DrillSettings;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.measure.DrillMetrics;
import io.github.hybridnet.drill.measure.ProbeMeasurement;
import io.github.hybridnet.drill.path.PathReading;
import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a drill did and saw.
 *
 * @param id the drill's name, such as {@code 20261125-221500-3fa9c1}
 * @param begin when it began
 * @param target what it was about
 * @param settings how it was run
 * @param announcement what it would do, or did, to whom, and how that is undone
 * @param gates what was looked at before
 * @param evidence what was seen
 * @param milestones when the steps were reached
 * @param verdict the outcome
 */
public record DrillResult(
    String id,
    Instant begin,
    DrillTarget target,
    DrillSettings settings,
    DisconnectAnnouncement announcement,
    List<GateResult> gates,
    Evidence evidence,
    DrillMilestones milestones,
    DrillVerdict verdict) {

  /** Copies the list, which cannot be changed afterwards. */
  public DrillResult {
    gates = List.copyOf(gates);
  }

  /** All metrics, each held against its threshold, in the order of their kinds. */
  public List<DrillMetric> metrics() {
    return DrillMetrics.of(settings.thresholds(), milestones, evidence.measurement());
  }

  /** The commands to run by hand: none unless ExpressRoute was not restored. */
  public List<String> manualCommands() {
    return verdict.needsManualRestore() ? announcement.undoCommands() : List.of();
  }

  /**
   * What the probes and the gateways showed during the drill.
   *
   * @param targets what was probed, by the name that samples have
   * @param samples every probe, in the order of their schedule
   * @param readings what the gateways said, in the order of time
   * @param events what happened
   * @param measurement what the probes say; empty when there were none
   */
  public record Evidence(
      Map<String, String> targets,
      List<ProbeSample> samples,
      List<PathReading> readings,
      List<DrillEvent> events,
      Optional<ProbeMeasurement> measurement) {

    /** Copies the collections, which cannot be changed afterwards. */
    public Evidence {
      targets = Map.copyOf(targets);
      samples = List.copyOf(samples);
      readings = List.copyOf(readings);
      events = List.copyOf(events);
    }
  }
}
