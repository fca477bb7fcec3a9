package io.github.hybridnet.failover;

import io.github.hybridnet.failover.gate.GateResult;
import io.github.hybridnet.failover.gate.PathReading;
import io.github.hybridnet.failover.measure.Measurement;
import io.github.hybridnet.failover.probe.ProbeSample;
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
 * @param marks when the steps were reached
 * @param verdict the outcome
 */
public record DrillResult(
    String id,
    Instant begin,
    DrillTarget target,
    DrillSettings settings,
    Announcement announcement,
    List<GateResult> gates,
    Evidence evidence,
    Marks marks,
    Verdict verdict) {

  /** Copies the list. */
  public DrillResult {
    gates = List.copyOf(gates);
  }

  /** The commands that somebody has to run by hand: none unless ExpressRoute was not put back. */
  public List<String> manualCommands() {
    return verdict.isToBePutBackByHand() ? announcement.undo() : List.of();
  }

  /**
   * What a drill would do.
   *
   * @param lever what is done to Azure, as a sentence
   * @param blastRadius whom and what else that touches: connections, prefixes, systems
   * @param expectation what is to be expected of it
   * @param undo the commands that undo it by hand, without a secret
   */
  public record Announcement(
      String lever, List<String> blastRadius, String expectation, List<String> undo) {

    /** Copies the lists. */
    public Announcement {
      blastRadius = List.copyOf(blastRadius);
      undo = List.copyOf(undo);
    }
  }

  /**
   * What was seen.
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
      Optional<Measurement> measurement) {

    /** Copies the collections. */
    public Evidence {
      targets = Map.copyOf(targets);
      samples = List.copyOf(samples);
      readings = List.copyOf(readings);
      events = List.copyOf(events);
    }
  }
}
