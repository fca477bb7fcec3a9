package io.github.hybridnet.failover.gate.check;

import io.github.hybridnet.engine.guard.Question;
import io.github.hybridnet.failover.gate.GateResult;

/**
 * The sign-in outlasts the drill: without it ExpressRoute could not be put back. Source:
 * articles/active-directory/develop/configurable-token-lifetimes.md.
 */
final class SignInLasts extends Gate {
  private static final String SENTENCE = "This sign-in lasts until ExpressRoute has been put back.";

  SignInLasts() {
    super(
        "sign-in",
        Kind.RIGHTS,
        SENTENCE,
        "articles/active-directory/develop/configurable-token-lifetimes.md");
  }

  @Override
  public GateResult check(Situation situation) {
    return byObjections(situation.objections(Question.SIGN_IN), SENTENCE);
  }
}
