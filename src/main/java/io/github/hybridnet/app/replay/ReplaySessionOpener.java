package io.github.hybridnet.app.replay;

/** Starts a simulator for a replay. */
@FunctionalInterface
public interface ReplaySessionOpener {

  /**
   * Starts it.
   *
   * @throws io.github.hybridnet.text.UserException HN6001 when it cannot start
   */
  ReplaySession open();
}
