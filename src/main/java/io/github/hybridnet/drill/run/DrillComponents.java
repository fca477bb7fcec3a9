package io.github.hybridnet.drill.run;

import io.github.hybridnet.drill.action.DisconnectAction;
import io.github.hybridnet.drill.api.DrillTime;
import io.github.hybridnet.drill.api.InsideTarget;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.drill.gate.PreflightReport;
import io.github.hybridnet.drill.path.PathSource;
import io.github.hybridnet.drill.probe.ProbeListener;
import io.github.hybridnet.drill.probe.ProbeSession;
import java.time.Duration;
import java.util.Optional;

/**
 * What a drill works with.
 *
 * @param preflight looks at everything that must hold before
 * @param paths reads both paths
 * @param disconnect takes ExpressRoute away
 * @param safeguard makes sure that it comes back
 * @param probes starts the probes
 * @param clocks the drill's time, and the alarm that ends it
 * @param inside who is asked what Azure sees from inside the network; empty for nobody
 */
public record DrillComponents(
    PreflightReader preflight,
    PathSource paths,
    DisconnectAction disconnect,
    DrillSafeguard safeguard,
    ProbeStarter probes,
    DrillClocks clocks,
    Optional<InsideSource> inside) {

  /**
   * What Azure is asked from inside the network.
   *
   * @param views who is asked
   * @param target about what
   */
  public record InsideSource(InsideViews views, InsideTarget target) {}

  /** Checks everything that must hold before. */
  @FunctionalInterface
  public interface PreflightReader {
    /**
     * Reads what the gates need, and checks them.
     *
     * @param within how long to wait for Azure's answers
     * @throws InterruptedException when the build is stopped
     */
    PreflightReport read(Duration within) throws InterruptedException;
  }

  /** Starts the probes of a drill. */
  @FunctionalInterface
  public interface ProbeStarter {
    /**
     * Starts to probe, and reports to the listener.
     *
     * @param time the drill's time
     * @param listener learns when a target is lost or reached again, from any thread
     */
    ProbeSession start(DrillTime time, ProbeListener listener);
  }

  /**
   * The clock and the timer of a drill.
   *
   * @param time what everything is measured by
   * @param alarm what ends the time without ExpressRoute
   */
  public record DrillClocks(DrillTime time, DeadlineTimer alarm) {
    /** Those of the machine. */
    public static DrillClocks real() {
      return new DrillClocks(DrillTime.real(), DeadlineTimer.REAL);
    }
  }
}
