package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.script.AnswerFacts;
import io.github.hybridnet.replay.script.OperationLink;
import io.github.hybridnet.replay.script.RecordedEnd;
import io.github.hybridnet.replay.script.ReplayStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Compares what of one interaction is not in its body, and its error codes. */
final class ProtocolComparison {
  private static final String RETRY_AFTER = "retry-after";

  private final ReplayStep step;
  private final SimulatedAnswer answer;
  private final Map<OperationLink, SimulatedAnswer> ends;
  private final List<MemberDifference> differences = new ArrayList<>();
  private final boolean statusRight;
  private boolean operationRight = true;
  private EqualShare error = EqualShare.none();

  ProtocolComparison(
      ReplayStep step, SimulatedAnswer answer, Map<OperationLink, SimulatedAnswer> ends) {
    this.step = step;
    this.answer = answer;
    this.ends = Map.copyOf(ends);
    this.statusRight = compareStatus();
    if (step.isWrite() && step.isAccepted()) {
      compareOperation();
    }
    compareCodes();
  }

  private boolean compareStatus() {
    boolean jsonRecorded = step.answer().isContainerNode();
    if (jsonRecorded && answer.body().isTextual()) {
      add("status", String.valueOf(step.status()), answer.statusText() + ", not JSON");
      return false;
    }
    if (answer.status() != step.status()) {
      String code = AnswerFacts.errorCode(answer.body());
      add("status", String.valueOf(step.status()), (answer.statusText() + " " + code).strip());
      return false;
    }
    return true;
  }

  private void compareOperation() {
    int before = differences.size();
    for (OperationLink link : OperationLink.values()) {
      compareHeader(link.header(), answer.headers().containsKey(link.header()));
    }
    if (step.recordedHeaders().containsKey(RETRY_AFTER)) {
      boolean asked = answer.headers().keySet().stream().anyMatch(h -> h.contains(RETRY_AFTER));
      compareHeader(RETRY_AFTER, asked);
    }
    step.ends().forEach(this::compareEnd);
    operationRight = differences.size() == before && answer.isAccepted();
  }

  private void compareHeader(String header, boolean present) {
    boolean recorded = step.recordedHeaders().containsKey(header);
    if (recorded != present) {
      add("header " + header, presence(recorded), presence(present));
    }
  }

  private static String presence(boolean present) {
    return present ? "present" : ContentComparison.ABSENT;
  }

  private void compareEnd(OperationLink link, RecordedEnd recorded) {
    SimulatedAnswer simulated = end(link);
    String expected = endText(link, String.valueOf(recorded.status()), recorded.body());
    String seen = endText(link, simulated.statusText(), simulated.body());
    if (!expected.equals(seen)) {
      add("end of the operation (" + link.header() + ")", expected, seen);
    }
  }

  private static String endText(OperationLink link, String status, JsonNode body) {
    String state = link == OperationLink.ASYNC ? AnswerFacts.operationStatus(body) : "";
    return (status + " " + state).strip();
  }

  private SimulatedAnswer end(OperationLink link) {
    return ends.getOrDefault(link, SimulatedAnswer.NONE);
  }

  private void compareCodes() {
    if (!step.isAccepted() && step.status() >= 400) {
      compareCode(step.answer(), answer.body());
    }
    step.ends().forEach((link, recorded) -> compareCode(recorded.body(), end(link).body()));
  }

  private void compareCode(JsonNode recorded, JsonNode simulated) {
    String expected = AnswerFacts.errorCode(recorded);
    String seen = AnswerFacts.errorCode(simulated);
    if (!expected.isEmpty()) {
      boolean all = error.isEmpty() || error.right() == 1;
      error = EqualShare.one(all && expected.equals(seen));
      if (!expected.equals(seen)) {
        differences.add(
            new MemberDifference(
                ScoreAxis.ERROR, "error.code", expected, seen.isEmpty() ? "none" : seen));
      }
    }
  }

  private void add(String member, String recorded, String simulated) {
    differences.add(new MemberDifference(ScoreAxis.PROTOCOL, member, recorded, simulated));
  }

  /** Whether status, operation and error code are right. */
  boolean isRight() {
    return statusRight && operationRight && (error.isEmpty() || error.right() == 1);
  }

  /** Whether the answers are of the same kind, so that their members can be compared one by one. */
  boolean isAlike() {
    boolean done = answer.status() >= 200 && answer.status() <= 202;
    return statusRight || (step.isAccepted() && done);
  }

  /** Whether the error code is right. */
  EqualShare error() {
    return error;
  }

  List<MemberDifference> differences() {
    return differences;
  }
}
