package io.github.hybridnet.drill.gate;

import io.github.hybridnet.engine.guard.GuardQuestion;

/**
 * Whether the sign-in outlasts the drill: without it ExpressRoute could not be restored (source:
 * articles/active-directory/develop/configurable-token-lifetimes.md).
 */
final class SignInDurationGate extends DrillGate {
  private static final String SENTENCE = "This sign-in lasts until ExpressRoute is restored.";

  SignInDurationGate() {
    super(
        "sign-in",
        GateKind.RIGHTS,
        SENTENCE,
        "articles/active-directory/develop/configurable-token-lifetimes.md");
  }

  @Override
  public GateResult check(GateContext gateContext) {
    return byObjections(gateContext.objections(GuardQuestion.SIGN_IN), SENTENCE);
  }
}
