package io.github.hybridnet.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.fault.ThrottlingBuckets.CountedRequest;
import io.github.hybridnet.simulator.fault.ThrottlingBuckets.ThrottlingDecision;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThrottlingBucketsTest {
  private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
  private static final String READS = "x-ms-ratelimit-remaining-subscription-reads";
  private static final String GLOBAL = "x-ms-ratelimit-remaining-subscription-global-reads";

  private final ThrottlingBuckets documented =
      new ThrottlingBuckets(
          new ThrottlingLimits(
              ThrottlingLimits.DOCUMENTED,
              15,
              new ThrottlingLimits.NetworkLimits(10_000, 1_000, Duration.ofMinutes(5)),
              false));

  private static CountedRequest read(String principal) {
    return new CountedRequest("sub", principal, "reads", false);
  }

  private static int admitted(
      ThrottlingBuckets throttlingBuckets, CountedRequest request, Instant now, int tries) {
    int admitted = 0;
    for (int i = 0; i < tries; i++) {
      admitted += throttlingBuckets.take(request, now).admitted() ? 1 : 0;
    }
    return admitted;
  }

  @Test
  void bucketHolds250ReadsAndGains25InASecond() {
    assertThat(admitted(documented, read("a"), START, 300)).isEqualTo(250);
    assertThat(admitted(documented, read("a"), START.plusSeconds(1), 300)).isEqualTo(25);
    assertThat(admitted(documented, read("a"), START.plusSeconds(1000), 300)).isEqualTo(250);
    assertThat(admitted(documented, new CountedRequest("sub", "a", "deletes", false), START, 300))
        .isEqualTo(200);
    assertThat(admitted(documented, new CountedRequest("sub", "a", "writes", false), START, 300))
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
    admitted(documented, new CountedRequest("other", "a", "reads", false), START, 250);
    for (int i = 0; i < LruMap.MOST; i++) {
      documented.take(new CountedRequest("made-up-" + i, "a", "reads", false), START);
      assertThat(documented.take(read("a"), START).admitted()).isFalse();
    }
    assertThat(admitted(documented, new CountedRequest("other", "a", "reads", false), START, 300))
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
    ThrottlingDecision throttlingDecision = documented.take(read("a"), START);
    ServerResponse refusal = throttlingDecision.refusal();
    assertThat(refusal.status()).isEqualTo(429);
    assertThat(refusal.headers()).containsEntry("Retry-After", "1");
    assertThat(refusal.body().orElseThrow().path("error").path("code").asText())
        .isEqualTo("SubscriptionRequestsThrottled");
    assertThat(refusal.body().orElseThrow().path("error").path("message").asText())
        .isEqualTo(
            "Number of 'read' requests for subscription 'sub' actor 'a' exceeded. Please try again"
                + " after '1' seconds after additional tokens are available. Refer to"
                + " https://aka.ms/arm-throttling for additional information.");
    assertThat(throttlingDecision.headers()).containsEntry(READS, "0");
  }

  @Test
  void networkProviderCountsWritesAndDeletesOfFiveMinutesTogether() {
    ThrottlingBuckets wide =
        new ThrottlingBuckets(
            new ThrottlingLimits(
                Map.of(
                    "reads", new ThrottlingLimits.Bucket(1e6, 1),
                    "writes", new ThrottlingLimits.Bucket(1e6, 1),
                    "deletes", new ThrottlingLimits.Bucket(1e6, 1)),
                15,
                new ThrottlingLimits.NetworkLimits(10_000, 1_000, Duration.ofMinutes(5)),
                false));
    CountedRequest write = new CountedRequest("sub", "a", "writes", true);
    CountedRequest delete = new CountedRequest("sub", "b", "deletes", true);
    assertThat(admitted(wide, write, START, 600)).isEqualTo(600);
    assertThat(admitted(wide, delete, START.plusSeconds(100), 600)).isEqualTo(400);
    assertThat(admitted(wide, new CountedRequest("sub", "a", "reads", true), START, 10_001))
        .isEqualTo(10_000);
    ServerResponse refusal = wide.take(write, START.plusSeconds(261)).refusal();
    assertThat(refusal.headers()).containsEntry("Retry-After", "39");
    assertThat(refusal.body().orElseThrow().path("error").toString())
        .isEqualTo(
            "{\"code\":\"RetryableError\",\"message\":\"A retryable error"
                + " occurred.\",\"details\":[{\"code\":\"RetryableErrorDueToTooManyCalls\",\"message\":\"Subscription"
                + " sub was used to perform too many calls within last 5 minutes. The number of"
                + " calls exceeds Microsoft.Network throttling limit. The call can be retried in 39"
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
