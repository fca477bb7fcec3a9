package io.github.hybridnet.report;

import io.github.hybridnet.failover.DrillResult.Evidence;
import io.github.hybridnet.failover.TimeText;
import io.github.hybridnet.failover.measure.Measurement.Latency;
import io.github.hybridnet.failover.measure.Measurement.OfTarget;
import io.github.hybridnet.failover.measure.Outage;
import io.github.hybridnet.failover.probe.ProbeSample;
import io.github.hybridnet.report.TimelinePage.OutageRow;
import io.github.hybridnet.report.TimelinePage.Probing;
import io.github.hybridnet.report.TimelinePage.TargetRow;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tables of what was probed. */
final class ProbeRows {
  private static final int OUTAGES = 200;
  private static final int REASONS = 4;

  /** Reasons that differ in each probe are not all remembered. */
  private static final int DIFFERENT_REASONS = 1000;

  private final Evidence evidence;
  private final Map<String, Map<String, Long>> reasons = new HashMap<>();

  private ProbeRows(Evidence evidence) {
    this.evidence = evidence;
  }

  static Probing of(Evidence evidence) {
    return new ProbeRows(evidence).rows();
  }

  private Probing rows() {
    evidence.samples().stream().filter(s -> !s.ok()).forEach(this::count);
    List<OfTarget> targets =
        evidence.measurement().stream().flatMap(m -> m.targets().stream()).toList();
    List<Outage> outages =
        targets.stream()
            .flatMap(t -> t.outages().stream())
            .sorted(Comparator.comparing(Outage::begin).thenComparing(Outage::target))
            .toList();
    return new Probing(
        targets.stream().map(this::row).toList(),
        longest(outages).stream().map(ProbeRows::row).toList(),
        outages.size() > OUTAGES
            ? "The " + OUTAGES + " longest of " + outages.size() + "; all are in drill.json."
            : "");
  }

  private static List<Outage> longest(List<Outage> outages) {
    if (outages.size() <= OUTAGES) {
      return outages;
    }
    return outages.stream()
        .sorted(Comparator.comparing(Outage::atLeast).reversed())
        .limit(OUTAGES)
        .sorted(Comparator.comparing(Outage::begin).thenComparing(Outage::target))
        .toList();
  }

  private void count(ProbeSample sample) {
    Map<String, Long> ofTarget = reasons.computeIfAbsent(sample.target(), t -> new HashMap<>());
    boolean isNew = !ofTarget.containsKey(sample.detail());
    String reason = isNew && ofTarget.size() >= DIFFERENT_REASONS ? "others" : sample.detail();
    ofTarget.merge(reason, 1L, Long::sum);
  }

  private TargetRow row(OfTarget target) {
    return new TargetRow(
        target.target(),
        evidence.targets().getOrDefault(target.target(), ""),
        target.probes(),
        target.failed(),
        target.flaps(),
        target.longestGap().map(TimeText::span).orElse("-"),
        text(target.before()),
        text(target.during()),
        text(target.after()),
        reasons(target.target()));
  }

  private String reasons(String target) {
    Map<String, Long> counts = reasons.getOrDefault(target, Map.of());
    String most =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<String, Long>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(REASONS)
            .map(e -> e.getValue() + " x " + e.getKey())
            .collect(Collectors.joining("; "));
    return counts.size() > REASONS ? most + "; and others" : most;
  }

  private static String text(Latency latency) {
    return latency.probes() == 0
        ? "-"
        : TimeText.latency(latency.median())
            + ", "
            + TimeText.latency(latency.p95())
            + ", "
            + TimeText.latency(latency.longest());
  }

  private static OutageRow row(Outage outage) {
    String atLeast = TimeText.span(outage.atLeast());
    return new OutageRow(
        outage.target(),
        TimeText.at(outage.begin()),
        outage.end().map(TimeText::at).orElse("not seen"),
        outage
            .atMost()
            .map(most -> atLeast + " to " + TimeText.atMost(most))
            .orElse("more than " + atLeast),
        outage.failed());
  }
}
