package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillTime;

/** Makes sure that ExpressRoute is restored: the record of the drill, and the one restore. */
interface DrillSafeguard {

  /**
   * Records what a restore needs, on the disk and in Azure. On return both records are there, and
   * no other drill of the network is running.
   *
   * @param id the drill's name
   * @param time the drill's time
   * @throws io.github.hybridnet.text.UserException HN504x, when that is not so; nothing is left
   *     behind then
   * @throws InterruptedException when the build is stopped
   */
  void acquire(String id, DrillTime time) throws InterruptedException;

  /**
   * Restores ExpressRoute, and is never interrupted: it ends when ExpressRoute is restored, or when
   * Azure refuses for good.
   */
  RestoreResult restore();

  /** Whether somebody else has restored ExpressRoute meanwhile. */
  boolean isRestoredElsewhere();
}
