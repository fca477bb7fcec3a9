package io.github.hybridnet.simulator.variant.answer;

import io.github.hybridnet.simulator.http.ServerResponse;

/** Changes answers as one variant wants it. */
@FunctionalInterface
interface AnswerStep {

  /**
   * The answer, changed if the variant is played.
   *
   * @param call what is answered
   * @param answer a copy that may be changed
   */
  ServerResponse apply(AnsweredCall call, ServerResponse answer);
}
