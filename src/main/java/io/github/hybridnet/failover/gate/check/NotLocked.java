package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.failover.gate.GateResult;

/**
 * No management lock stands in the way, of the undo above all. Source:
 * articles/azure-resource-manager/management/lock-resources.md.
 */
final class NotLocked extends Gate {
  NotLocked() {
    super(
        "locks",
        Kind.RIGHTS,
        "No management lock keeps the lever, its undo or the marker from being written.",
        "articles/azure-resource-manager/management/lock-resources.md");
  }

  @Override
  public GateResult check(Situation situation) {
    return byObjections(situation.objections(Question.LOCKS), "No management lock is in the way.");
  }
}
