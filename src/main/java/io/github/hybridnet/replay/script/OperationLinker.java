package io.github.hybridnet.replay.script;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Assigns recorded polls to the write that began the operation, and finds the step that showed its
 * end.
 */
final class OperationLinker {
  private final List<ReplayStep> steps;

  /** Which operations, followed by which link, have an address. */
  private final Map<String, Map<ReplayStep, OperationLink>> running = new HashMap<>();

  OperationLinker(List<ReplayStep> steps) {
    this.steps = steps;
  }

  void link() {
    steps.forEach(this::link);
  }

  private void link(ReplayStep step) {
    boolean get = step.request().method().equals("GET");
    String address = RecordedPath.operation(step.request().path());
    Map<ReplayStep, OperationLink> owners =
        get ? new LinkedHashMap<>(running.getOrDefault(address, Map.of())) : Map.of();
    if (!owners.isEmpty() || (get && RecordedPath.isPoll(step.request().path()))) {
      step.stepClass = StepClass.POLL;
      owners.forEach((operation, link) -> recordEnd(operation, link, step));
      owners.forEach((operation, link) -> follow(step, operation, EnumSet.of(link)));
    } else if (step.isWrite() && step.isAccepted()) {
      step.startsOperation = AnswerFacts.isPending(step.answer) || hasLink(step);
      follow(step, step, EnumSet.allOf(OperationLink.class));
    } else if (isReadOfOne(step)) {
      steps.subList(0, step.number()).stream()
          .filter(operation -> isEndShown(operation, step))
          .forEach(operation -> operation.endShownBy = step.number());
    }
  }

  private static boolean hasLink(ReplayStep step) {
    return EnumSet.allOf(OperationLink.class).stream()
        .anyMatch(link -> step.recordedHeaders().containsKey(link.header()));
  }

  private static boolean isReadOfOne(ReplayStep step) {
    return step.verb().equals("GET") || step.verb().equals("HEAD");
  }

  private static boolean isEndShown(ReplayStep operation, ReplayStep read) {
    return operation.startsOperation
        && operation.endShownBy < 0
        && operation.resource().equals(read.comparablePath())
        && (operation.request().method().equals("DELETE")
            ? read.status() == 404
            : !AnswerFacts.isPending(read.answer));
  }

  private static void recordEnd(ReplayStep operation, OperationLink link, ReplayStep poll) {
    boolean over =
        link == OperationLink.ASYNC
            ? AnswerFacts.isTerminal(AnswerFacts.operationStatus(poll.answer))
            : poll.status() != 202 && poll.status() != 429 && poll.status() < 500;
    if (over && !operation.ends.containsKey(link)) {
      operation.ends.put(link, new RecordedEnd(poll.status(), poll.answer));
      operation.endShownBy = operation.endShownBy < 0 ? poll.number() : operation.endShownBy;
    }
  }

  /** Remembers the addresses that an answer gives for an operation. */
  private void follow(ReplayStep answered, ReplayStep operation, Set<OperationLink> links) {
    for (OperationLink link : links) {
      String url = answered.recordedHeaders().get(link.header());
      if (url != null) {
        running
            .computeIfAbsent(RecordedPath.operation(url), any -> new LinkedHashMap<>())
            .putIfAbsent(operation, link);
      }
    }
  }
}
