package io.github.hybridnet.simulator.benchmark;

import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.http.tls.PemTrustStore;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One poller for each operation, which comes back after the whole seconds that it is told. */
final class Pollers {
  private final SimulatorAccess access;
  private final List<String> operations;
  private final AtomicInteger polls = new AtomicInteger();
  private final CountDownLatch looked;
  private final CountDownLatch done;

  Pollers(SimulatorAccess access, List<String> operations) {
    this.access = access;
    this.operations = operations;
    this.looked = new CountDownLatch(operations.size());
    this.done = new CountDownLatch(operations.size());
  }

  int polls() {
    return polls.get();
  }

  /** Seconds from the action, at which time begins to run, until all have seen the end. */
  double untilDone(Runnable action) throws Exception {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
    try {
      HttpClient client =
          HttpClient.newBuilder()
              .sslContext(PemTrustStore.in(access.caCertificate()))
              .executor(timer)
              .build();
      operations.forEach(each -> timer.execute(() -> poll(client, timer, each)));
      looked.await();
      long begin = System.nanoTime();
      action.run();
      done.await();
      return (System.nanoTime() - begin) / 1e9;
    } finally {
      timer.shutdownNow();
    }
  }

  private void poll(HttpClient client, ScheduledExecutorService timer, String operation) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(operation)).header("Authorization", "Bearer any").build();
    client
        .sendAsync(request, HttpResponse.BodyHandlers.ofString())
        .whenComplete((answer, failure) -> next(client, timer, operation, answer));
  }

  private void next(
      HttpClient client,
      ScheduledExecutorService timer,
      String operation,
      @Nullable HttpResponse<String> answer) {
    polls.incrementAndGet();
    looked.countDown();
    if (answer != null && answer.body().contains("Succeeded")) {
      done.countDown();
      return;
    }
    // Also after a failure: that one counts as a poll, and is tried again.
    long seconds = answer == null ? 1 : answer.headers().firstValueAsLong("Retry-After").orElse(1);
    timer.schedule(() -> poll(client, timer, operation), seconds, TimeUnit.SECONDS);
  }
}
