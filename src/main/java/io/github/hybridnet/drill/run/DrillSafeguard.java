package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillTime;
import java.util.List;
import java.util.Optional;

/** What makes sure that ExpressRoute comes back: the drill's memory, and the one restore. */
public interface DrillSafeguard {

  /**
   * Writes down what it takes to undo the drill, on the disk and in Azure. On return both are
   * there, and no other drill of the network goes on.
   *
   * @param id the drill's name
   * @param time the drill's time
   * @throws io.github.hybridnet.model.HybridnetException HN504x, when that is not so; nothing is
   *     left behind then
   * @throws InterruptedException when the build is stopped
   */
  void acquire(String id, DrillTime time) throws InterruptedException;

  /**
   * Puts ExpressRoute back. Is never cut off: it ends when ExpressRoute is back, or when Azure
   * refuses for good.
   */
  SafeguardOutcome restore();

  /** Whether somebody else has put ExpressRoute back meanwhile. */
  boolean isRestoredElsewhere();

  /**
   * What came of it.
   *
   * @param failure why ExpressRoute is not back, as when somebody has removed its gateway; empty
   *     when it is
   * @param warnings what else has to be known, such as what others changed meanwhile
   */
  record SafeguardOutcome(Optional<DrillFinding> failure, List<String> warnings) {

    /** Copies the list. */
    public SafeguardOutcome {
      warnings = List.copyOf(warnings);
    }
  }
}
