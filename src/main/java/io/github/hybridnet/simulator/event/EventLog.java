package io.github.hybridnet.simulator.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.StateChange;
import io.github.hybridnet.simulator.arm.id.RunningOperation;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The latest events, numbered from 1. Listeners read at their own pace and learn how many events
 * they missed. Adding an event never waits for a listener.
 */
public final class EventLog {
  private static final int KEPT = 10_000;
  private static final int AT_ONCE = 500;

  private final SimulatedClock clock;
  private final Deque<ObjectNode> kept = new ArrayDeque<>();
  private long last;

  public EventLog(SimulatedClock clock) {
    this.clock = clock;
  }

  /**
   * What a listener gets.
   *
   * @param events in order; empty if nothing happened
   * @param from the number after which they begin
   * @param missed how many before them are not kept any more
   */
  record Batch(List<ObjectNode> events, long from, long missed) {}

  /** Adds what happened now. */
  public void add(String event, Consumer<ObjectNode> details) {
    add(event, clock.now(), details);
  }

  /** Adds a state that changed. */
  public void add(StateChange change) {
    add(
        change.kind().word(),
        change.at(),
        event -> {
          StateChange.Subject subject = change.subject();
          event.put("type", subject.type()).put("id", subject.id());
          event.put("before", change.before()).put("after", change.after());
          RunningOperation operation = subject.operation();
          if (operation != null) {
            event.put("operation", operation.operationId()).put("name", operation.name());
          }
          if (subject.error() != null) {
            event.put("error", subject.error());
          }
          event.setAll(change.details());
        });
  }

  private synchronized void add(String event, Instant simulated, Consumer<ObjectNode> details) {
    ObjectNode node = JsonCodec.object().put("sequence", ++last).put("event", event);
    node.put("time", clock.wallNow().toString()).put("simulatedTime", simulated.toString());
    details.accept(node);
    kept.addLast(node);
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    notifyAll();
  }

  /** The number of the latest event. */
  synchronized long last() {
    return last;
  }

  /** Ends the waiting of all listeners. */
  synchronized void wake() {
    notifyAll();
  }

  /**
   * What happened after the event of this number; waits for it if it has not happened yet. A number
   * that was never given is of an earlier run: everything is new then.
   */
  synchronized Batch after(long since, Duration patience) throws InterruptedException {
    if (since == last && !patience.isZero()) {
      wait(Math.max(1, patience.toMillis()));
    }
    long from = since > last ? 0 : since;
    long first = last - kept.size() + 1;
    long missed = Math.max(0, first - 1 - from);
    long skipped = Math.max(0, from + 1 - first);
    List<ObjectNode> events = new ArrayList<>();
    for (ObjectNode node : kept) {
      if (skipped-- <= 0 && events.size() < AT_ONCE) {
        events.add(node);
      }
    }
    return new Batch(events, from + missed, missed);
  }
}
