package io.github.hybridnet.drill.path;

import java.time.Duration;

/** Reads the ExpressRoute path and the VPN path. */
@FunctionalInterface
public interface PathSource {

  /**
   * What Azure says of them now; what it does not say is unknown, and no failure.
   *
   * @param within how long to wait for the answers
   * @throws InterruptedException when the build is stopped
   */
  PathReading read(Duration within) throws InterruptedException;
}
