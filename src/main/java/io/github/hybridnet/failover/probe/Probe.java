package io.github.hybridnet.failover.probe;

import java.time.Duration;

/** Asks a target whether it can be reached. May be run several times at once. */
public interface Probe {

  /**
   * The answer.
   *
   * @param ok whether the target answered
   * @param detail why not, in a few words and without a secret; empty when it did
   */
  record Answer(boolean ok, String detail) {
    /** It answered. */
    public static final Answer UP = new Answer(true, "");

    /** It did not. */
    public static Answer down(String detail) {
      return new Answer(false, detail);
    }
  }

  /**
   * Asks once.
   *
   * @param timeout how long to wait for the answer; a later one is none
   * @throws InterruptedException when nobody waits for the answer any more
   */
  Answer ask(Duration timeout) throws InterruptedException;
}
