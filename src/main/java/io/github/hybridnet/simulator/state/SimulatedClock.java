package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Simulated time: wall time since an anchor, multiplied. Goes on while no simulator runs, and never
 * backwards.
 */
public final class SimulatedClock {
  private final InstantSource wall;
  private final double speed;
  private Instant wallAnchor;
  private Instant anchor;

  private SimulatedClock(InstantSource wall, double speed, Instant wallAnchor, Instant anchor) {
    this.wall = wall;
    this.speed = speed;
    this.wallAnchor = wallAnchor;
    this.anchor = anchor;
  }

  /** A clock that shows wall time at this moment. */
  public static SimulatedClock starting(InstantSource wall, double speed) {
    Instant now = wall.instant();
    return new SimulatedClock(wall, speed, now, now);
  }

  /**
   * A clock that goes on from a saved one. The time since then counts at the saved speed, the time
   * from now on at the given one.
   */
  public static SimulatedClock resuming(JsonNode saved, InstantSource wall, double speed) {
    SimulatedClock earlier =
        new SimulatedClock(
            wall,
            saved.path("speed").asDouble(),
            Instant.parse(saved.path("wallAnchor").asText()),
            Instant.parse(saved.path("anchor").asText()));
    return new SimulatedClock(wall, speed, wall.instant(), earlier.now());
  }

  /** Simulated time. */
  public synchronized Instant now() {
    Duration elapsed = Duration.between(wallAnchor, wall.instant());
    if (elapsed.isNegative()) {
      return anchor;
    }
    double seconds = elapsed.toNanos() / 1e9 * speed;
    long whole = (long) seconds;
    return anchor.plusSeconds(whole).plusNanos((long) ((seconds - whole) * 1e9));
  }

  /** Wall time. */
  public Instant wallNow() {
    return wall.instant();
  }

  public double speed() {
    return speed;
  }

  /** The wall time that a simulated duration takes. */
  public Duration toWall(Duration simulated) {
    return Duration.ofNanos((long) (simulated.toNanos() / speed));
  }

  /** Jumps ahead. */
  public synchronized void advance(Duration simulated) {
    Instant target = now().plus(simulated);
    wallAnchor = wall.instant();
    anchor = target;
  }

  /** What {@link #resuming} needs. */
  public synchronized ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("anchor", anchor.toString())
        .put("wallAnchor", wallAnchor.toString())
        .put("speed", speed);
  }
}
