package io.github.hybridnet.engine.guard;

import java.util.List;

/** One question, asked about everything that is about to be done. */
interface GuardCheck {

  /**
   * Asks whether anything speaks against some work.
   *
   * @throws InterruptedException when the build is stopped
   */
  List<GuardObjection> objections(GuardedWork work) throws InterruptedException;
}
