package io.github.hybridnet.report;

import io.github.hybridnet.drill.measure.ProbeMeasurement.LatencySummary;
import io.github.hybridnet.drill.measure.ProbeMeasurement.TargetMeasurement;
import io.github.hybridnet.drill.measure.TargetOutage;
import io.github.hybridnet.drill.probe.ProbeSample;
import io.github.hybridnet.drill.run.DrillResult.Evidence;
import io.github.hybridnet.report.TimelinePage.OutageRow;
import io.github.hybridnet.report.TimelinePage.ProbeTables;
import io.github.hybridnet.report.TimelinePage.TargetRow;
import io.github.hybridnet.text.MeasuredValueText;
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

  static ProbeTables of(Evidence evidence) {
    return new ProbeRows(evidence).rows();
  }

  private ProbeTables rows() {
    evidence.samples().stream().filter(s -> !s.ok()).forEach(this::count);
    List<TargetMeasurement> targets =
        evidence.measurement().stream().flatMap(m -> m.targets().stream()).toList();
    List<TargetOutage> outages =
        targets.stream()
            .flatMap(t -> t.outages().stream())
            .sorted(Comparator.comparing(TargetOutage::begin).thenComparing(TargetOutage::target))
            .toList();
    return new ProbeTables(
        targets.stream().map(this::row).toList(),
        longest(outages).stream().map(ProbeRows::row).toList(),
        outages.size() > OUTAGES
            ? "The " + OUTAGES + " longest of " + outages.size() + "; all are in drill.json."
            : "");
  }

  private static List<TargetOutage> longest(List<TargetOutage> outages) {
    if (outages.size() <= OUTAGES) {
      return outages;
    }
    return outages.stream()
        .sorted(Comparator.comparing(TargetOutage::atLeast).reversed())
        .limit(OUTAGES)
        .sorted(Comparator.comparing(TargetOutage::begin).thenComparing(TargetOutage::target))
        .toList();
  }

  private void count(ProbeSample sample) {
    Map<String, Long> ofTarget = reasons.computeIfAbsent(sample.target(), t -> new HashMap<>());
    boolean isNew = !ofTarget.containsKey(sample.detail());
    String reason = isNew && ofTarget.size() >= DIFFERENT_REASONS ? "others" : sample.detail();
    ofTarget.merge(reason, 1L, Long::sum);
  }

  private TargetRow row(TargetMeasurement target) {
    return new TargetRow(
        target.target(),
        evidence.targets().getOrDefault(target.target(), ""),
        target.probes(),
        target.failed(),
        target.flaps(),
        target.longestGap().map(MeasuredValueText::span).orElse("-"),
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

  private static String text(LatencySummary latencySummary) {
    return latencySummary.probes() == 0
        ? "-"
        : MeasuredValueText.latency(latencySummary.median())
            + ", "
            + MeasuredValueText.latency(latencySummary.p95())
            + ", "
            + MeasuredValueText.latency(latencySummary.longest());
  }

  private static OutageRow row(TargetOutage targetOutage) {
    String atLeast = MeasuredValueText.span(targetOutage.atLeast());
    return new OutageRow(
        targetOutage.target(),
        MeasuredValueText.at(targetOutage.begin()),
        targetOutage.end().map(MeasuredValueText::at).orElse("not seen"),
        targetOutage
            .atMost()
            .map(most -> atLeast + " to " + MeasuredValueText.atMost(most))
            .orElse("more than " + atLeast),
        targetOutage.failed());
  }
}
