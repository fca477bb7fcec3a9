package io.github.hybridnet.report;

import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.gate.GateResult;
import io.github.hybridnet.drill.measure.DrillMetric;
import io.github.hybridnet.drill.run.DrillResult;
import io.github.hybridnet.drill.run.DrillVerdict;
import io.github.hybridnet.drill.run.DrillVerdict.Outcome;
import io.github.hybridnet.engine.journal.AtomicFileWriter;
import io.github.hybridnet.report.JunitReport.Case;
import io.github.hybridnet.report.JunitReport.Property;
import io.github.hybridnet.report.timeline.StepSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes {@code TEST-hybridnet-failover.xml}: a test case for each gate, step and threshold. */
final class JunitFile {
  static final String NAME = "TEST-hybridnet-failover.xml";

  private static final String SUITE = "hybridnet-failover";
  private static final String GATE = "hybridnet.failover.gate";
  private static final String STEP = "hybridnet.failover.step";
  private static final String THRESHOLD = "hybridnet.failover.threshold";

  private static final Pattern CODE = Pattern.compile("HN\\d{4}");
  private static final int CODE_LENGTH = 6;

  private final DrillReport report;
  private final DrillResult result;
  private final List<Case> cases = new ArrayList<>();

  private JunitFile(DrillReport report) {
    this.report = report;
    this.result = report.result();
  }

  static void write(Path directory, DrillReport report) throws IOException {
    JunitReport junit = new JunitFile(report).report();
    AtomicFileWriter.write(
        directory.resolve(NAME), out -> MarkupRenderer.write("junit.xml", junit, out));
  }

  private JunitReport report() {
    result.gates().forEach(this::gate);
    for (DrillStep drillStep : DrillStep.values()) {
      step(drillStep);
    }
    result.metrics().stream().filter(f -> f.limit().isSet()).forEach(this::threshold);
    return new JunitReport(
        SUITE,
        seconds(StepSpan.end(result)),
        cases.size(),
        (int) cases.stream().filter(c -> !c.skipped().isEmpty()).count(),
        (int) cases.stream().filter(c -> !c.failure().isEmpty()).count(),
        properties(),
        List.copyOf(cases));
  }

  /** Names of this file do not follow renamed parameters: programs read them. */
  private List<Property> properties() {
    return List.of(
        new Property("hybridnet.failover.id", result.id()),
        new Property("hybridnet.failover.begin", result.begin().toString()),
        new Property("hybridnet.failover.cloud", report.cloud()),
        new Property("hybridnet.failover.gateway", result.target().expressRoute().gateway().id()),
        new Property("hybridnet.failover.lever", result.settings().method().label()),
        new Property("hybridnet.failover.outcome", result.verdict().outcome().label()),
        new Property("hybridnet.failover.code", result.verdict().code().orElse("")));
  }

  private void gate(GateResult gate) {
    String withFix = gate.fix().isEmpty() ? gate.text() : gate.text() + "\nFix: " + gate.fix();
    cases.add(
        switch (gate.status()) {
          case MET, WARNING -> Case.passed(GATE, gate.id(), "0", withFix);
          case OVERRIDDEN -> Case.skipped(GATE, gate.id(), "overridden: " + gate.text());
          case NOT_MET -> new Case(GATE, gate.id(), "0", gate.text(), "gate", withFix, "", "");
        });
  }

  private void step(DrillStep drillStep) {
    List<StepSpan> spans = StepSpan.of(result).stream().filter(s -> s.step() == drillStep).toList();
    Optional<String> failure = failure(drillStep);
    if (failure.isPresent()) {
      String first = failure.get().lines().findFirst().orElse(drillStep.id());
      String type = CODE.matcher(first).lookingAt() ? first.substring(0, CODE_LENGTH) : "step";
      String text = failure.get();
      cases.add(new Case(STEP, drillStep.id(), time(spans), first, type, text, "", ""));
    } else if (drillStep == DrillStep.VERDICT
        && result.milestones().at(Milestone.DISCONNECT_REQUESTED).isEmpty()) {
      cases.add(Case.skipped(STEP, drillStep.id(), "nothing was tested"));
    } else if (spans.isEmpty()) {
      cases.add(Case.skipped(STEP, drillStep.id(), "not run"));
    } else {
      cases.add(Case.passed(STEP, drillStep.id(), time(spans), warnings(drillStep)));
    }
  }

  /** Where the verdict is not that all is well, its findings are the failure of its step. */
  private Optional<String> failure(DrillStep drillStep) {
    DrillVerdict drillVerdict = result.verdict();
    String text = events(drillStep, DrillEvent.Kind.FAILURE);
    boolean isRestore =
        drillStep == DrillStep.RESTORE && drillVerdict.outcome() == Outcome.RESTORE_FAILED;
    boolean isVerdict = drillStep == DrillStep.VERDICT && isFailure(drillVerdict.outcome());
    if (!isRestore && !isVerdict) {
      return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
    String findings = findings(drillVerdict);
    String commands =
        result.manualCommands().stream().map(c -> "\n" + c).collect(Collectors.joining());
    String headline = findings.isEmpty() ? drillVerdict.outcome().label() : findings;
    return Optional.of(headline + commands + (text.isEmpty() ? "" : "\n" + text));
  }

  /** The one that decides is the first. */
  private static String findings(DrillVerdict drillVerdict) {
    String code = drillVerdict.code().orElse("");
    return drillVerdict.findings().stream()
        .sorted(Comparator.comparing((DrillFinding finding) -> !finding.code().equals(code)))
        .map(JunitFile::text)
        .collect(Collectors.joining("\n"));
  }

  private static boolean isFailure(Outcome outcome) {
    return switch (outcome) {
      case FAILED, RESTORE_FAILED, REFUSED -> true;
      case PASSED, DRY_RUN, OBSERVED -> false;
    };
  }

  private static String text(DrillFinding finding) {
    String fix = finding.fix().isEmpty() ? "" : "\n  Fix: " + finding.fix();
    return finding.withCode() + fix;
  }

  private String warnings(DrillStep drillStep) {
    return events(drillStep, DrillEvent.Kind.WARNING);
  }

  private String events(DrillStep drillStep, DrillEvent.Kind kind) {
    return result.evidence().events().stream()
        .filter(e -> e.step() == drillStep && e.kind() == kind)
        .map(DrillEvent::text)
        .collect(Collectors.joining("\n"));
  }

  private void threshold(DrillMetric drillMetric) {
    String name = drillMetric.kind().label();
    String text = name + " " + drillMetric.measured() + ", threshold: " + drillMetric.threshold();
    String time = drillMetric.time().map(t -> seconds(t.atLeast())).orElse("0");
    cases.add(
        switch (drillMetric.state()) {
          case BROKEN -> new Case(THRESHOLD, name, time, text, "threshold", text, "", "");
          case NOT_MEASURED -> unmeasured(name);
          case KEPT, NO_THRESHOLD -> Case.passed(THRESHOLD, name, time, text);
        });
  }

  /** In a drill that was carried out a threshold that cannot be judged is not kept. */
  private Case unmeasured(String name) {
    String text = name + ": nothing was measured that could be compared with the threshold";
    return switch (result.verdict().outcome()) {
      case REFUSED, DRY_RUN, OBSERVED -> Case.skipped(THRESHOLD, name, "not measured");
      case PASSED, FAILED, RESTORE_FAILED ->
          new Case(THRESHOLD, name, "0", text, "threshold", text, "", "");
    };
  }

  private static String time(List<StepSpan> spans) {
    return seconds(spans.stream().map(StepSpan::length).reduce(Duration.ZERO, Duration::plus));
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
