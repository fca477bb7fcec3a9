package io.github.hybridnet.drill.gate;

import io.github.hybridnet.engine.guard.GuardObjection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether Azure answered everything that could prevent the restore. After the disconnect it would
 * be too late to ask.
 */
final class OpenQuestionsGate extends DrillGate {
  OpenQuestionsGate() {
    super(
        "questions",
        GateKind.QUESTIONS,
        "Azure answers the questions about locks, permissions and other users.",
        "articles/role-based-access-control/permissions/management-and-governance.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    List<GuardObjection> open =
        gateContext.objections().stream()
            .filter(o -> o.kind() != GuardObjection.Kind.REFUSED)
            .filter(o -> o.kind() != GuardObjection.Kind.UNKNOWN)
            .toList();
    return open.isEmpty()
        ? met("All questions were answered.")
        : notMet(
            open.stream().map(GuardObjection::text).distinct().collect(Collectors.joining(" ")),
            fixes(open));
  }
}
