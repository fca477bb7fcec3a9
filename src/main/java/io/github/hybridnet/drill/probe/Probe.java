package io.github.hybridnet.drill.probe;

import java.time.Duration;

/** Asks a target whether it can be reached. May be run several times at once. */
public interface Probe {

  /**
   * Whether the target answered, and why it did not.
   *
   * @param ok whether the target answered
   * @param detail why not, in a few words and without a secret; empty when it did
   */
  record ProbeAnswer(boolean ok, String detail) {
    /** The target answered in time. */
    static final ProbeAnswer UP = new ProbeAnswer(true, "");

    /** The target did not answer, for the given reason. */
    static ProbeAnswer down(String detail) {
      return new ProbeAnswer(false, detail);
    }
  }

  /**
   * Sends one request and waits for its answer.
   *
   * @param timeout how long to wait for the answer; a later one is none
   * @throws InterruptedException when nobody waits for the answer any more
   */
  ProbeAnswer ask(Duration timeout) throws InterruptedException;
}
