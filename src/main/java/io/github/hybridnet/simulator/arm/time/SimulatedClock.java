package io.github.hybridnet.simulator.arm.time;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Simulated time: wall time since an anchor, multiplied by the speed, or paused until an admin call
 * moves it. It goes on while no simulator runs, unless it was paused. It never goes back, also when
 * wall time is set back.
 */
public final class SimulatedClock {
  /** A century: far beyond every use, and far below what instants can hold. */
  static final Duration FARTHEST = Duration.ofDays(36_525);

  private final InstantSource wall;
  private double speed;
  private boolean still;
  private Instant wallAnchor;
  private Instant anchor;
  private Instant wallLatest;
  private Instant latest;

  private SimulatedClock(InstantSource wall, double speed, Instant wallAnchor, Instant anchor) {
    this.wall = wall;
    this.speed = speed;
    this.wallAnchor = wallAnchor;
    this.anchor = anchor;
    this.wallLatest = wallAnchor;
    this.latest = anchor;
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

  /** The simulated time of this moment. */
  public synchronized Instant now() {
    Instant wallNow = wall.instant();
    if (wallNow.isBefore(wallLatest)) {
      wallAnchor = wallNow;
      anchor = latest;
    }
    double seconds = Duration.between(wallAnchor, wallNow).toNanos() / 1e9 * pace();
    long whole = (long) seconds;
    wallLatest = wallNow;
    latest = anchor.plusSeconds(whole).plusNanos((long) ((seconds - whole) * 1e9));
    return latest;
  }

  /** The real time of this moment. */
  public Instant wallNow() {
    return wall.instant();
  }

  /** Simulated seconds for each second of wall time, while it runs. */
  public synchronized double speed() {
    return speed;
  }

  /** Whether time stands still. */
  public synchronized boolean isStill() {
    return still;
  }

  /** Lets time stand still. */
  public synchronized void stop() {
    anchorHere();
    still = true;
  }

  /** Lets time run at its latest speed. */
  public synchronized void run() {
    anchorHere();
    still = false;
  }

  /** Lets time run at this speed. */
  public synchronized void run(double simulatedPerWall) {
    run();
    speed = simulatedPerWall;
  }

  /** The wall time that a simulated duration takes, while it runs. */
  public synchronized Duration toWall(Duration simulated) {
    return Duration.ofNanos((long) (simulated.toNanos() / speed));
  }

  /**
   * Moves simulated time ahead by a duration.
   *
   * @throws IllegalArgumentException if that is too far to be counted
   */
  public synchronized void advance(Duration simulated) {
    if (simulated.compareTo(FARTHEST) > 0) {
      throw new IllegalArgumentException("The duration is longer than " + FARTHEST);
    }
    anchorHere();
    anchor = anchor.plus(simulated);
    latest = anchor;
  }

  /** Makes this moment the anchor. */
  private void anchorHere() {
    anchor = now();
    wallAnchor = wallLatest;
  }

  private double pace() {
    return still ? 0 : speed;
  }

  /** The saved form that {@link #resuming} reads. */
  public synchronized ObjectNode toJson() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("anchor", now().toString())
        .put("wallAnchor", wallLatest.toString())
        .put("speed", pace());
  }
}
