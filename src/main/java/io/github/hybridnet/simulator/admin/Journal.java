package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.state.SimulatedClock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * What was asked since the start: method, path, status, and the state that the answer showed. Never
 * bodies or tokens, and of queries only the values that cannot be secret. The latest requests are
 * kept.
 */
public final class Journal {
  private static final int LIMIT = 20_000;

  private final SimulatedClock clock;
  private final Deque<JournalEntry> entries = new ArrayDeque<>();
  private long sequence;

  public Journal(SimulatedClock clock) {
    this.clock = clock;
  }

  /**
   * Notes a request that was answered.
   *
   * @param nanos how long the simulator took, delays by faults included
   */
  public void add(Request request, Response response, long nanos) {
    JournalEntry.When when = new JournalEntry.When(clock.wallNow(), clock.now(), nanos);
    keep(when, JournalEntry.Asked.of(request), JournalEntry.Given.of(response));
  }

  private synchronized void keep(
      JournalEntry.When when, JournalEntry.Asked asked, JournalEntry.Given given) {
    entries.addLast(new JournalEntry(++sequence, when, asked, given));
    if (entries.size() > LIMIT) {
      entries.removeFirst();
    }
  }

  /** The first entries that are wanted, the oldest first, and the number of the latest of all. */
  synchronized ObjectNode toJson(Predicate<JournalEntry> wanted, long limit) {
    ObjectNode body = Json.object().put("sequence", sequence);
    ArrayNode requests = body.putArray("requests");
    entries.stream().filter(wanted).limit(limit).map(JournalEntry::toJson).forEach(requests::add);
    return body;
  }

  /** Forgets all entries; their numbers go on. */
  public synchronized void clear() {
    entries.clear();
  }
}
