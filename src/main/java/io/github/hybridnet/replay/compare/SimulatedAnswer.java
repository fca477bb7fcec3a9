package io.github.hybridnet.replay.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Map;

/**
 * An answer of the simulator. That there was none, or none in time, is an answer too.
 *
 * @param status the HTTP status; 0 without an answer, -1 when the time was up
 * @param headers names in lower case
 * @param body missing if there was none; a text if it was not JSON
 */
public record SimulatedAnswer(int status, Map<String, String> headers, JsonNode body) {
  private static final int TIMED_OUT = -1;

  /** Nothing came back. */
  public static final SimulatedAnswer NONE =
      new SimulatedAnswer(0, Map.of(), MissingNode.getInstance());

  /** Copies the headers. */
  public SimulatedAnswer {
    headers = Map.copyOf(headers);
  }

  /** The same answer, after which the wait for another one was given up. */
  public SimulatedAnswer timedOut() {
    return new SimulatedAnswer(TIMED_OUT, headers, body);
  }

  /** Whether the wait was given up. */
  public boolean isTimedOut() {
    return status == TIMED_OUT;
  }

  /** Whether the simulator answered at all. */
  public boolean isGiven() {
    return status > 0;
  }

  /** Whether the request was accepted. */
  public boolean isAccepted() {
    return isGiven() && status < 300;
  }

  /** The status for people. */
  String statusText() {
    return isGiven() ? String.valueOf(status) : isTimedOut() ? "no end in time" : "no answer";
  }
}
