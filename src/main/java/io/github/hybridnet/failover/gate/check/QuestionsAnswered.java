package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.Objection;
import io.github.hybridnet.failover.gate.GateResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything that could refuse the undo was asked, and has answered: what is seen only after the
 * disconnect is seen too late.
 */
final class QuestionsAnswered extends Gate {
  QuestionsAnswered() {
    super(
        "questions",
        Kind.QUESTIONS,
        "Azure answers what this identity asks about locks, permissions and other users.",
        "articles/role-based-access-control/permissions/management-and-governance.md");
  }

  @Override
  public GateResult check(Situation situation) {
    List<Objection> open =
        situation.objections().stream()
            .filter(o -> o.kind() != Objection.Kind.REFUSED)
            .filter(o -> o.kind() != Objection.Kind.UNKNOWN)
            .toList();
    return open.isEmpty()
        ? met("All questions were answered.")
        : notMet(
            open.stream().map(Objection::text).distinct().collect(Collectors.joining(" ")),
            fixes(open));
  }
}
