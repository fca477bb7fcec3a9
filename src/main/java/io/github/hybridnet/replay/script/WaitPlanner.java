package io.github.hybridnet.replay.script;

import java.util.ArrayList;
import java.util.List;

/**
 * Decides before which step the end of an operation is waited for: where the cassette first showed
 * the end, and not before. What it never showed is waited for before the resource is used again.
 */
final class WaitPlanner {
  private final List<ReplayStep> steps;

  WaitPlanner(List<ReplayStep> steps) {
    this.steps = steps;
  }

  void plan() {
    List<ReplayStep> running = new ArrayList<>();
    for (ReplayStep step : steps) {
      for (ReplayStep operation : List.copyOf(running)) {
        if (isWaitedFor(operation, step)) {
          step.waits.add(operation);
          running.remove(operation);
        }
      }
      if (step.startsOperation && step.isScored()) {
        running.add(step);
      }
    }
  }

  private boolean isWaitedFor(ReplayStep operation, ReplayStep step) {
    int end = operation.endShownBy;
    if (end >= 0 && end <= step.number()) {
      return true;
    }
    if (step.isAnsweredInFlight()) {
      return false;
    }
    boolean sameSecond =
        end >= 0
            && step.isWrite()
            && !step.date().isEmpty()
            && step.date().equals(steps.get(end).date());
    return sameSecond || (end < 0 && step.isScored() && step.touches(operation));
  }
}
