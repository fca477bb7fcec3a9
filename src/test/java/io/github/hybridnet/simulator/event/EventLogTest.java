package io.github.hybridnet.simulator.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.Patience;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.arm.time.SimulatedClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventLogTest {
  private final EventLog log =
      new EventLog(
          SimulatedClock.starting(new ManualClock(Instant.parse("2026-01-02T03:04:05Z")), 1));

  private void add(int events) {
    for (int i = 0; i < events; i++) {
      log.add("x", event -> {});
    }
  }

  private EventStream stream(long since, boolean follow) {
    return new EventStream(
        log, new EventStream.StreamOptions(since, follow, Duration.ofMinutes(1), false));
  }

  private List<String> read(long since) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    stream(since, false).writeTo(out);
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void listenerThatDoesNotReadHoldsUpNobodyAndIsToldWhatItMissed() throws Exception {
    CountDownLatch stuck = new CountDownLatch(1);
    CountDownLatch freed = new CountDownLatch(1);
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    OutputStream slow =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            stuck.countDown();
            try {
              freed.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            received.write(b);
          }
        };
    EventStream stream = stream(0, true);
    Thread listener =
        new Thread(
            () -> {
              try {
                stream.writeTo(slow);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    add(1);
    listener.start();
    stuck.await();
    add(10_500);
    assertThat(log.last()).isEqualTo(10_501);
    freed.countDown();
    Patience.until(
        "the last event has come",
        () -> received.toString(StandardCharsets.UTF_8).contains("\"sequence\":10501,"));
    stream.close();
    listener.join(60_000);
    assertThat(listener.isAlive()).isFalse();
    List<String> lines = received.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(10_002);
    assertThat(lines.get(0)).startsWith("{\"sequence\":1,\"event\":\"x\",");
    assertThat(lines.get(1)).isEqualTo("{\"sequence\":501,\"event\":\"gap\",\"missed\":500}");
    assertThat(lines.get(2)).startsWith("{\"sequence\":502,");
  }

  @Test
  void latestEventsAreKept() throws IOException {
    add(3);
    assertThat(read(0)).hasSize(3);
    assertThat(read(2)).singleElement().asString().startsWith("{\"sequence\":3,");
    assertThat(read(3)).isEmpty();
    assertThat(read(-1)).isEmpty();
    assertThat(read(99)).hasSize(3);
    add(10_000);
    assertThat(read(2)).hasSize(10_001).first().asString().contains("\"missed\":1");
    assertThat(read(3)).hasSize(10_000).first().asString().startsWith("{\"sequence\":4,");
  }
}
