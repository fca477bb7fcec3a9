package io.github.hybridnet.simulator.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ResponseStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Events as they happen: one JSON object for each line or, for browsers and their like, server-sent
 * events. A heartbeat shows that the stream is alive, and detects a listener that has gone.
 */
public final class EventStream implements ResponseStream {
  private final EventLog log;
  private final StreamOptions streamOptions;
  private volatile boolean closed;

  /**
   * What the listener wants.
   *
   * @param since the number of the last event that it knows; negative for the latest one
   * @param follow whether the stream waits for further events
   * @param heartbeat how long it is silent at most
   * @param serverSent whether it has the form of server-sent events
   */
  public record StreamOptions(long since, boolean follow, Duration heartbeat, boolean serverSent) {}

  public EventStream(EventLog log, StreamOptions streamOptions) {
    this.log = log;
    this.streamOptions = streamOptions;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    long known = streamOptions.since() < 0 ? log.last() : streamOptions.since();
    Duration patience = streamOptions.follow() ? streamOptions.heartbeat() : Duration.ZERO;
    try {
      while (!closed) {
        EventLog.Batch batch = log.after(known, patience);
        known = write(out, batch);
        if (batch.events().isEmpty()) {
          if (closed || !streamOptions.follow()) {
            return;
          }
          heartbeat(out, known);
        }
        out.flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    log.wake();
  }

  private long write(OutputStream out, EventLog.Batch batch) throws IOException {
    if (batch.missed() > 0) {
      ObjectNode gap = JsonCodec.object().put("sequence", batch.from()).put("event", "gap");
      write(out, gap.put("missed", batch.missed()));
    }
    for (ObjectNode event : batch.events()) {
      write(out, event);
    }
    return batch.from() + batch.events().size();
  }

  private void write(OutputStream out, ObjectNode event) throws IOException {
    if (streamOptions.serverSent()) {
      String head =
          "id: "
              + event.path("sequence").asLong()
              + "\nevent: "
              + event.path("event").asText()
              + "\ndata: ";
      out.write(head.getBytes(StandardCharsets.UTF_8));
    }
    out.write(JsonCodec.bytes(event));
    out.write(streamOptions.serverSent() ? new byte[] {'\n', '\n'} : new byte[] {'\n'});
  }

  private void heartbeat(OutputStream out, long known) throws IOException {
    if (streamOptions.serverSent()) {
      out.write(": heartbeat\n\n".getBytes(StandardCharsets.UTF_8));
    } else {
      write(out, JsonCodec.object().put("sequence", known).put("event", "heartbeat"));
    }
  }
}
