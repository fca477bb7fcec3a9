package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.event.EventLog;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code _simulator/clock}: shows simulated time, lets it jump, run and stand still. */
public final class ClockCalls implements AdminSection {
  private static final double FASTEST = 1e6;
  private static final String INVALID = "InvalidTime";

  private final SimulatedClock clock;
  private final SimulationEngine simulationEngine;
  private final EventLog events;

  /**
   * Calls on the clock of the cloud.
   *
   * @param events hears of time that was skipped
   */
  public ClockCalls(SimulatedClock clock, SimulationEngine simulationEngine, EventLog events) {
    this.clock = clock;
    this.simulationEngine = simulationEngine;
    this.events = events;
  }

  @Override
  public Optional<ServerResponse> serve(
      String call, ServerRequest serverRequest, @Nullable JsonNode body) {
    return switch (call) {
      case "GET clock" -> Optional.of(show());
      case "POST clock" -> Optional.of(change(body));
      default -> Optional.empty();
    };
  }

  private ServerResponse show() {
    ObjectNode body = JsonCodec.object();
    body.put("now", clock.now().toString());
    body.put("speed", clock.speed()).put("running", !clock.isStill());
    body.put("next", simulationEngine.nextDue().map(Instant::toString).orElse(null));
    return ServerResponse.json(200, body);
  }

  /** Carries out the only member of the body. */
  private ServerResponse change(@Nullable JsonNode body) {
    if (body == null || !body.isObject() || body.size() != 1) {
      return malformed();
    }
    String name = body.fieldNames().next();
    JsonNode value = body.path(name);
    try {
      return change(name, value) ? changed() : malformed();
    } catch (DateTimeParseException e) {
      return notATime(value);
    } catch (IllegalArgumentException e) {
      return AdminErrors.error(400, INVALID, e.getMessage() + ".");
    } catch (NothingDueException e) {
      return AdminErrors.error(409, "NothingDue", "Nothing is going to happen by itself.");
    }
  }

  private boolean change(String name, JsonNode value) throws NothingDueException {
    switch (name) {
      case "advance" -> advance(Duration.parse(value.asText("")));
      case "until" -> advanceTo(Instant.parse(value.asText("")));
      case "to" -> toNext(value.asText(""));
      case "speed" -> run(value.asDouble(0));
      case "pause" -> pause(value);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("Simulated time never goes back");
    }
    skip(duration);
  }

  private void advanceTo(Instant instant) {
    advance(Duration.between(clock.now(), instant));
  }

  private void toNext(String word) throws NothingDueException {
    if (!word.equals("next")) {
      throw new IllegalArgumentException("Send {\"to\": \"next\"}, not '" + word + "'");
    }
    Instant next = simulationEngine.nextDue().orElseThrow(NothingDueException::new);
    Duration left = Duration.between(clock.now(), next);
    skip(left.isNegative() ? Duration.ZERO : left);
  }

  private void skip(Duration duration) {
    clock.advance(duration);
    events.add("clockAdvanced", event -> event.put("by", duration.toString()));
  }

  private void run(double speed) {
    if (!(speed > 0 && speed <= FASTEST)) {
      throw new IllegalArgumentException("The speed must be above 0 and at most 1000000");
    }
    clock.run(speed);
  }

  private void pause(JsonNode value) {
    if (!value.isBoolean()) {
      throw new IllegalArgumentException("Send {\"pause\": true} or {\"pause\": false}");
    }
    if (value.booleanValue()) {
      clock.stop();
    } else {
      clock.run();
    }
  }

  private ServerResponse changed() {
    simulationEngine.settle();
    simulationEngine.touch();
    return show();
  }

  private static ServerResponse notATime(JsonNode value) {
    String sentence =
        "Send {\"advance\": \"PT10M\"}, an ISO-8601 duration, or {\"until\":"
            + " \"2026-01-31T12:00:00Z\"}, an instant, not '"
            + value.asText()
            + "'.";
    return AdminErrors.error(400, INVALID, sentence);
  }

  private static ServerResponse malformed() {
    return AdminErrors.error(
        400,
        "InvalidRequestContent",
        "Send an object with one of 'advance' (a duration), 'until' (an instant), 'to' (\"next\"),"
            + " 'speed' (a number) and 'pause' (true or false).");
  }

  /** There is nothing to jump to. */
  private static final class NothingDueException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
