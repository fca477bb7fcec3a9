package io.github.hybridnet.app.replay;

import io.github.hybridnet.replay.run.ReplayTarget;

/** A simulator for one replay, which ends with it. */
public interface ReplaySession extends AutoCloseable {

  /** How it is reached. */
  ReplayTarget target();

  /** Ends it. */
  @Override
  void close();
}
