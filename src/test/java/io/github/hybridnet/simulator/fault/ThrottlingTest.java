package io.github.hybridnet.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.fault.Throttling.Counted;
import io.github.hybridnet.simulator.fault.Throttling.Verdict;
import io.github.hybridnet.simulator.http.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String READS = "x-ms-ratelimit-remaining-subscription-reads";
  private static final String GLOBAL = "x-ms-ratelimit-remaining-subscription-global-reads";

  private final Throttling documented =
      new Throttling(
          new Limits(
              Limits.DOCUMENTED,
              15,
              new Limits.Network(10_000, 1_000, Duration.ofMinutes(5)),
              false));

  private static Counted read(String principal) {
    return new Counted("sub", principal, "reads", false);
  }

  private static int admitted(Throttling throttling, Counted request, Instant now, int tries) {
    int admitted = 0;
    for (int i = 0; i < tries; i++) {
      admitted += throttling.take(request, now).admitted() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void bucketHolds250ReadsAndGains25InASecond() {
    assertThat(admitted(documented, read("a"), START, 300)).isEqualTo(250);
    assertThat(admitted(documented, read("a"), START.plusSeconds(1), 300)).isEqualTo(25);
    assertThat(admitted(documented, read("a"), START.plusSeconds(1000), 300)).isEqualTo(250);
    assertThat(admitted(documented, new Counted("sub", "a", "deletes", false), START, 300))
        .isEqualTo(200);
    assertThat(admitted(documented, new Counted("sub", "a", "writes", false), START, 300))
        .isEqualTo(200);
  }

  @Test
  void subscriptionHasFifteenTimesAsMuchForAllPrincipals() {
    int admitted = 0;
    for (int principal = 0; principal < 20; principal++) {
      admitted += admitted(documented, read("p" + principal), START, 250);
    }
    assertThat(admitted).isEqualTo(3750);
  }

  @Test
  void bucketsThatWereNotUsedForLongestAreForgotten() {
    admitted(documented, read("a"), START, 250);
    admitted(documented, new Counted("other", "a", "reads", false), START, 250);
    for (int i = 0; i < Latest.MOST; i++) {
      documented.take(new Counted("made-up-" + i, "a", "reads", false), START);
      assertThat(documented.take(read("a"), START).admitted()).isFalse();
    }
    assertThat(admitted(documented, new Counted("other", "a", "reads", false), START, 300))
        .isEqualTo(250);
  }

  @Test
  void headersSayWhatIsLeft() {
    assertThat(documented.take(read("a"), START).headers())
        .isEqualTo(Map.of(READS, "249", GLOBAL, "3749"));
    assertThat(documented.take(read("b"), START).headers())
        .isEqualTo(Map.of(READS, "249", GLOBAL, "3748"));
    assertThat(documented.take(read("a"), START.plusMillis(40)).headers())
        .isEqualTo(Map.of(READS, "249", GLOBAL, "3749"));
  }

  @Test
  void refusalIsWordedAsResourceManagerDoes() {
    admitted(documented, read("a"), START, 250);
    Verdict verdict = documented.take(read("a"), START);
    Response refusal = verdict.refusal();
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    assertThat(refusal.body().orElseThrow().path("error").path("code").asText())
        .isEqualTo("SubscriptionRequestsThrottled");
    assertThat(refusal.body().orElseThrow().path("error").path("message").asText())
        .isEqualTo(
            "Number of 'read' requests for subscription 'sub' actor 'a' exceeded. Please try again"
                + " after '1' seconds after additional tokens are available. Refer to"
                + " https://aka.ms/arm-throttling for additional information.");
    assertThat(verdict.headers()).containsEntry(READS, "0");
  }

  @Test
  void networkProviderCountsWritesAndDeletesOfFiveMinutesTogether() {
    Throttling wide =
        new Throttling(
            new Limits(
                Map.of(
                    "reads", new Limits.Bucket(1e6, 1),
                    "writes", new Limits.Bucket(1e6, 1),
                    "deletes", new Limits.Bucket(1e6, 1)),
                15,
                new Limits.Network(10_000, 1_000, Duration.ofMinutes(5)),
                false));
    Counted write = new Counted("sub", "a", "writes", true);
    Counted delete = new Counted("sub", "b", "deletes", true);
    assertThat(admitted(wide, write, START, 600)).isEqualTo(600);
    assertThat(admitted(wide, delete, START.plusSeconds(100), 600)).isEqualTo(400);
    assertThat(admitted(wide, new Counted("sub", "a", "reads", true), START, 10_001))
        .isEqualTo(10_000);
    Response refusal = wide.take(write, START.plusSeconds(261)).refusal();
    assertThat(refusal.headers()).containsEntry("Retry-After", "39");
    assertThat(refusal.body().orElseThrow().path("error").toString())
        .isEqualTo(
            "{\"code\":\"RetryableError\",\"message\":\"A retryable error occurred.\",\"details\":"
                + "[{\"code\":\"RetryableErrorDueToTooManyCalls\",\"message\":\"Subscription sub was"
                + " used to perform too many calls within last 5 minutes. The number of calls"
                + " exceeds Microsoft.Network throttling limit. The call can be retried in 39"
                + " seconds.\"}]}");
    assertThat(admitted(wide, write, START.plusSeconds(300), 700)).isEqualTo(600);
  }

  @Test
  void timeThatGoesBackBringsNothing() {
    admitted(documented, read("a"), START, 250);
    assertThat(admitted(documented, read("a"), START.minusSeconds(100), 1)).isZero();
    assertThat(admitted(documented, read("a"), START.plusSeconds(1), 300)).isEqualTo(25);
  }
}
