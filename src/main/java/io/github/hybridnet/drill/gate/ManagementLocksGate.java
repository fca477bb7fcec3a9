package io.github.hybridnet.drill.gate;

import io.github.hybridnet.engine.guard.GuardQuestion;

/**
 * Whether a management lock prevents the drill, above all its restore (source:
 * articles/azure-resource-manager/management/lock-resources.md).
 */
final class ManagementLocksGate extends DrillGate {
  ManagementLocksGate() {
    super(
        "locks",
        GateKind.RIGHTS,
        "No management lock prevents the disconnect, the restore or the tags of the drill.",
        "articles/azure-resource-manager/management/lock-resources.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    return byObjections(
        gateContext.objections(GuardQuestion.LOCKS), "No management lock prevents the drill.");
  }
}
