package io.github.hybridnet.report.timeline;

import io.github.hybridnet.drill.api.DrillEvent;
import io.github.hybridnet.drill.api.DrillMilestones.Milestone;
import io.github.hybridnet.drill.api.DrillStep;
import io.github.hybridnet.drill.run.DrillResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a drill in time.
 *
 * @param step which step
 * @param begin when it began, since the drill's begin
 * @param end when the next one began, or the drill ended
 */
public record StepSpan(DrillStep step, Duration begin, Duration end) {

  /** The steps that a drill began, in their order. */
  public static List<StepSpan> of(DrillResult result) {
    List<DrillEvent> begun =
        result.evidence().events().stream().filter(e -> e.kind() == DrillEvent.Kind.STEP).toList();
    List<StepSpan> spans = new ArrayList<>();
    for (int i = 0; i < begun.size(); i++) {
      Duration end = i + 1 < begun.size() ? begun.get(i + 1).at() : end(result);
      spans.add(new StepSpan(begun.get(i).step(), begun.get(i).at(), end));
    }
    return List.copyOf(spans);
  }

  /** How long it took. */
  public Duration length() {
    return end.minus(begin);
  }

  /** The last moment of which a drill knows anything. */
  public static Duration end(DrillResult result) {
    Duration end = result.milestones().at(Milestone.END).orElse(Duration.ZERO);
    for (DrillEvent event : result.evidence().events()) {
      end = later(end, event.at());
    }
    for (var sample : result.evidence().samples()) {
      end = later(end, sample.at().plus(sample.took()));
    }
    for (var reading : result.evidence().readings()) {
      end = later(end, reading.at());
    }
    return end;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }
}
