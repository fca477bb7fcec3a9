package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.script.OperationLink;
import io.github.hybridnet.replay.script.RecordedEnd;
import io.github.hybridnet.replay.script.ReplayScript;
import io.github.hybridnet.replay.script.ReplayStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores the interactions of one cassette: the simulator's answers against the recorded ones. */
public final class StepScorer {
  private final ReplayScript script;
  private final GeneratedValueCheck generated;

  /** For the interactions of one cassette. */
  public StepScorer(ReplayScript script) {
    this.script = script;
    this.generated = new GeneratedValueCheck(script);
  }

  /**
   * The scores of one step.
   *
   * @param answer of the simulator
   * @param ends the last answers about the operation that it began there
   */
  public StepScore score(
      ReplayStep step, SimulatedAnswer answer, Map<OperationLink, SimulatedAnswer> ends) {
    ProtocolComparison protocol = new ProtocolComparison(step, answer, ends);
    List<MemberDifference> differences = new ArrayList<>(protocol.differences());
    ContentComparison content = new ContentComparison(generated);
    content.compare("", step.answer(), script.visible(answer.body()));
    step.ends().forEach((link, end) -> compareEnd(content, end, ends.get(link)));
    if (protocol.isAlike()) {
      content.differences().forEach(d -> differences.add(named(d)));
    }
    return new StepScore(
        step.number(),
        step.verb(),
        step.type(),
        script.names().recorded(step.request().path()),
        EqualShare.one(protocol.isRight()),
        protocol.error(),
        content.body(),
        content.values(),
        differences);
  }

  private static void compareEnd(
      ContentComparison content, RecordedEnd end, @Nullable SimulatedAnswer answer) {
    JsonNode body = answer == null ? SimulatedAnswer.NONE.body() : answer.body();
    content.compare("end: ", end.body(), body);
  }

  /** With the names of the cassette. */
  private MemberDifference named(MemberDifference d) {
    return new MemberDifference(
        d.axis(),
        d.member(),
        script.names().recorded(d.recorded()),
        script.names().recorded(d.simulated()));
  }
}
