package io.github.hybridnet.failover;

import io.github.hybridnet.failover.gate.PreflightReport;
import io.github.hybridnet.failover.lever.Lever;
import io.github.hybridnet.failover.probe.ProbeListener;
import io.github.hybridnet.failover.probe.Probing;
import java.time.Duration;
import java.util.Optional;

/**
 * What a drill works with.
 *
 * @param preflight looks at everything that must hold before
 * @param paths reads both paths
 * @param lever takes ExpressRoute away
 * @param safety makes sure that it comes back
 * @param probes starts the probes
 * @param clocks the drill's time, and the alarm that ends it
 * @param inside who is asked what Azure sees from inside the network; empty for nobody
 */
public record DrillParts(
    Looks preflight,
    Paths paths,
    Lever lever,
    Safety safety,
    Probes probes,
    Clocks clocks,
    Optional<Inside> inside) {

  /**
   * What Azure is asked from inside the network.
   *
   * @param views who is asked
   * @param target about what
   */
  public record Inside(InsideViews views, InsideTarget target) {}

  /** Looks at everything that must hold before. */
  @FunctionalInterface
  public interface Looks {
    /**
     * What it sees.
     *
     * @param within how long to wait for Azure's answers
     * @throws InterruptedException when the build is stopped
     */
    PreflightReport look(Duration within) throws InterruptedException;
  }

  /** Starts probes. */
  @FunctionalInterface
  public interface Probes {
    /**
     * Starts them.
     *
     * @param time the drill's time
     * @param listener told when a target is lost or reached again, from any thread
     */
    Probing start(DrillTime time, ProbeListener listener);
  }

  /**
   * The drill's clocks.
   *
   * @param time what everything is measured by
   * @param alarm what ends the time without ExpressRoute
   */
  public record Clocks(DrillTime time, Alarm alarm) {
    /** Those of the machine. */
    public static Clocks real() {
      return new Clocks(DrillTime.real(), Alarm.REAL);
    }
  }
}
