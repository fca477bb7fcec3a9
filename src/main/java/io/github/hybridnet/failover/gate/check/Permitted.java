package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.failover.gate.GateResult;

/**
 * This identity may take ExpressRoute away, put it back, and leave a marker. Source:
 * articles/role-based-access-control/permissions/networking.md.
 */
final class Permitted extends Gate {
  private static final String SENTENCE =
      "This identity may disconnect ExpressRoute, undo it, and write the marker.";

  Permitted() {
    super(
        "permissions",
        Kind.RIGHTS,
        SENTENCE,
        "articles/role-based-access-control/permissions/networking.md");
  }

  @Override
  public GateResult check(Situation situation) {
    return byObjections(situation.objections(Question.PERMISSIONS), SENTENCE);
  }
}
