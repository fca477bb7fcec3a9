package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.ArmError;
import io.github.hybridnet.simulator.arm.Errors;
import io.github.hybridnet.simulator.http.Response;
import io.github.hybridnet.simulator.http.StandardHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The buckets of one rule. */
final class Throttling {
  private final Limits limits;
  private final Map<String, TokenBucket> buckets = new Latest<>();
  private final Map<Boolean, CallWindow> windows = new HashMap<>();

  Throttling(Limits limits) {
    this.limits = limits;
  }

  /**
   * A request that counts.
   *
   * @param subscription its subscription
   * @param principal who sends it
   * @param kind {@code reads}, {@code writes} or {@code deletes}
   * @param network whether it is for the network provider
   */
  record Counted(String subscription, String principal, String kind, boolean network) {
    boolean reads() {
      return kind.equals("reads");
    }
  }

  /**
   * What becomes of a request.
   *
   * @param refusal the answer if it is too much, else an empty one
   * @param admitted whether it is not too much
   * @param headers what every answer says of the buckets
   */
  record Verdict(Response refusal, boolean admitted, Map<String, String> headers) {}

  /** Counts a request; one that is refused takes nothing from any bucket. */
  Verdict take(Counted request, Instant now) {
    TokenBucket own = bucket(request, request.principal(), 1, now);
    TokenBucket global = bucket(request, "", limits.globalFactor(), now);
    CallWindow window =
        request.network() ? window(request) : new CallWindow(1, limits.network().window());
    double bucket = Math.max(own.missing(), global.missing());
    double provider = window.missing(now);
    boolean admitted = bucket <= 0 && provider <= 0;
    if (admitted) {
      own.take();
      global.take();
      window.take(now);
    }
    Map<String, String> headers =
        Map.of(
            StandardHeaders.REMAINING + request.kind(), Long.toString(own.left()),
            StandardHeaders.REMAINING + "global-" + request.kind(), Long.toString(global.left()));
    Response refusal =
        admitted
            ? Response.empty(0)
            : bucket > 0 ? byManager(request, bucket) : byProvider(request, provider);
    return new Verdict(refusal, admitted, headers);
  }

  private TokenBucket bucket(Counted request, String whose, double factor, Instant now) {
    String key = whose + " " + request.subscription() + " " + request.kind();
    Limits.Bucket size = limits.buckets().getOrDefault(request.kind(), new Limits.Bucket(1, 1));
    TokenBucket bucket =
        buckets.computeIfAbsent(key, absent -> new TokenBucket(size.times(factor), now));
    bucket.fill(now);
    return bucket;
  }

  private CallWindow window(Counted request) {
    Limits.Network network = limits.network();
    long allowed = request.reads() ? network.reads() : network.writes();
    return windows.computeIfAbsent(
        request.reads(), absent -> new CallWindow(allowed, network.window()));
  }

  /** From a public report of 2025. */
  private static Response byManager(Counted request, double seconds) {
    String kind = request.kind().substring(0, request.kind().length() - 1);
    return refusal(
        ArmError.gateway(
            429,
            "SubscriptionRequestsThrottled",
            String.format(
                "Number of '%s' requests for subscription '%s' actor '%s' exceeded. Please try"
                    + " again after '%d' seconds after additional tokens are available. Refer to"
                    + " https://aka.ms/arm-throttling for additional information.",
                kind, request.subscription(), request.principal(), whole(seconds))),
        seconds);
  }

  /** From a public report of 2017 and the documentation of 2026. */
  private static Response byProvider(Counted request, double seconds) {
    return refusal(
        ArmError.provider(
            429,
            "RetryableError",
            "A retryable error occurred.",
            new ArmError.Detail(
                "RetryableErrorDueToTooManyCalls",
                String.format(
                    "Subscription %s was used to perform too many calls within last 5 minutes. The"
                        + " number of calls exceeds Microsoft.Network throttling limit. The call"
                        + " can be retried in %d seconds.",
                    request.subscription(), whole(seconds)))),
        seconds);
  }

  private static Response refusal(ArmError error, double seconds) {
    return Errors.response(error).with("Retry-After", Long.toString(whole(seconds)));
  }

  private static long whole(double seconds) {
    return Math.max(1, (long) Math.ceil(seconds));
  }
}
