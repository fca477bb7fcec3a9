package io.github.hybridnet.drill.lease;

import io.github.hybridnet.engine.process.DaemonThreadFactory;
import io.github.hybridnet.engine.retry.DeferredInterrupt;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Shows other machines that a drill lives: counts its marker's beat up. A beat that fails is left
 * out; a marker that somebody has removed is not made again. One read without the marker does not
 * say that: reads of tags lag behind or miss them (terraform-provider-azurerm issue 7139).
 */
final class LeaseHeartbeat implements AutoCloseable {
  /** So many beats in a row, which takes a minute, do not find a marker that was removed. */
  private static final int MISSING_TO_BELIEVE = 5;

  private final DrillMarkers drillMarkers;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(new DaemonThreadFactory("hybridnet-drill-beat"));
  private volatile DrillMarker drillMarker;
  private volatile boolean removed;
  private int missing;

  LeaseHeartbeat(DrillMarkers drillMarkers, DrillMarker armed, Duration every) {
    this.drillMarkers = drillMarkers;
    this.drillMarker = armed;
    long period = every.toMillis();
    var unused = timer.scheduleWithFixedDelay(this::beat, period, period, TimeUnit.MILLISECONDS);
  }

  void beat() {
    try {
      String id = drillMarker.record().id();
      missing = drillMarkers.read().contains(id) ? 0 : missing + 1;
      removed |= missing >= MISSING_TO_BELIEVE;
      if (removed || missing > 0) {
        return;
      }
      DrillMarker next = drillMarker.withNextBeat();
      drillMarkers.update(next);
      drillMarker = next;
    } catch (RuntimeException e) {
      // The drill goes on. After some failed beats others may take it for dead and restore it.
      return;
    }
  }

  /** Whether somebody else has removed the marker: ExpressRoute was restored from elsewhere. */
  boolean isRemoved() {
    return removed;
  }

  /** The marker as it was written last. */
  DrillMarker last() {
    return drillMarker;
  }

  /** Ends it, and waits for a beat that is on its way: it would bring a removed marker back. */
  @Override
  public void close() {
    timer.shutdown();
    try (DeferredInterrupt interrupt = new DeferredInterrupt()) {
      boolean ended = false;
      while (!ended) {
        try {
          ended = timer.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
          interrupt.remember();
        }
      }
    }
  }
}
