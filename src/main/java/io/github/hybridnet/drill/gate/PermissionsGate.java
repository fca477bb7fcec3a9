package io.github.hybridnet.drill.gate;

import io.github.hybridnet.engine.guard.GuardQuestion;

/**
 * Whether this identity may disconnect and restore ExpressRoute, and write the tags of the drill
 * (source: articles/role-based-access-control/permissions/networking.md).
 */
final class PermissionsGate extends DrillGate {
  private static final String SENTENCE =
      "This identity may disconnect and restore ExpressRoute, and write the tags of the drill.";

  PermissionsGate() {
    super(
        "permissions",
        GateKind.RIGHTS,
        SENTENCE,
        "articles/role-based-access-control/permissions/networking.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    return byObjections(gateContext.objections(GuardQuestion.PERMISSIONS), SENTENCE);
  }
}
