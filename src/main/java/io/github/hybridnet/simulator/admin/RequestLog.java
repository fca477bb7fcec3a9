package io.github.hybridnet.simulator.admin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Predicate;

/**
 * The journal of requests since the start: method, path, status, and the state that the answer
 * showed. It has no bodies or tokens, and of queries only values that cannot be secret. The latest
 * requests are kept.
 */
public final class RequestLog {
  private static final int LIMIT = 20_000;

  private final SimulatedClock clock;
  private final Deque<RequestLogEntry> entries = new ArrayDeque<>();
  private long sequence;

  public RequestLog(SimulatedClock clock) {
    this.clock = clock;
  }

  /**
   * Notes a request that was answered.
   *
   * @param nanos how long the simulator took, delays by faults included
   */
  public void add(ServerRequest serverRequest, ServerResponse serverResponse, long nanos) {
    RequestLogEntry.EntryTimes entryTimes =
        new RequestLogEntry.EntryTimes(clock.wallNow(), clock.now(), nanos);
    keep(
        entryTimes,
        RequestLogEntry.RequestSummary.of(serverRequest),
        RequestLogEntry.ResponseSummary.of(serverResponse));
  }

  private synchronized void keep(
      RequestLogEntry.EntryTimes entryTimes,
      RequestLogEntry.RequestSummary requestSummary,
      RequestLogEntry.ResponseSummary responseSummary) {
    entries.addLast(new RequestLogEntry(++sequence, entryTimes, requestSummary, responseSummary));
    if (entries.size() > LIMIT) {
      entries.removeFirst();
    }
  }

  /** The first entries that are wanted, the oldest first, and the number of the latest of all. */
  synchronized ObjectNode toJson(Predicate<RequestLogEntry> wanted, long limit) {
    ObjectNode body = JsonCodec.object().put("sequence", sequence);
    ArrayNode requests = body.putArray("requests");
    entries.stream()
        .filter(wanted)
        .limit(limit)
        .map(RequestLogEntry::toJson)
        .forEach(requests::add);
    return body;
  }

  /** Forgets all entries; their numbers go on. */
  public synchronized void clear() {
    entries.clear();
  }
}
