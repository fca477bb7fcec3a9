package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ErrorResponses;
import io.github.hybridnet.simulator.arm.error.ThrottlingErrors;
import io.github.hybridnet.simulator.http.ServerResponse;
import io.github.hybridnet.simulator.http.StandardHeaders;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The buckets of one rule. */
final class ThrottlingBuckets {
  private final ThrottlingLimits throttlingLimits;
  private final Map<String, TokenBucket> buckets = new LruMap<>();
  private final Map<Boolean, SlidingCallWindow> windows = new HashMap<>();

  ThrottlingBuckets(ThrottlingLimits throttlingLimits) {
    this.throttlingLimits = throttlingLimits;
  }

  /**
   * A request that counts.
   *
   * @param subscription its subscription
   * @param principal who sends it
   * @param kind {@code reads}, {@code writes} or {@code deletes}
   * @param network whether it is for the network provider
   */
  record CountedRequest(String subscription, String principal, String kind, boolean network) {
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
  record ThrottlingDecision(
      ServerResponse refusal, boolean admitted, Map<String, String> headers) {}

  /** Counts a request; one that is refused takes nothing from any bucket. */
  ThrottlingDecision take(CountedRequest request, Instant now) {
    TokenBucket own = bucket(request, request.principal(), 1, now);
    TokenBucket global = bucket(request, "", throttlingLimits.globalFactor(), now);
    SlidingCallWindow window =
        request.network()
            ? window(request)
            : new SlidingCallWindow(1, throttlingLimits.network().window());
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
    ServerResponse refusal =
        admitted
            ? ServerResponse.empty(0)
            : bucket > 0 ? byManager(request, bucket) : byProvider(request, provider);
    return new ThrottlingDecision(refusal, admitted, headers);
  }

  private TokenBucket bucket(CountedRequest request, String whose, double factor, Instant now) {
    String key = whose + " " + request.subscription() + " " + request.kind();
    ThrottlingLimits.Bucket size =
        throttlingLimits.buckets().getOrDefault(request.kind(), new ThrottlingLimits.Bucket(1, 1));
    TokenBucket bucket =
        buckets.computeIfAbsent(key, absent -> new TokenBucket(size.times(factor), now));
    bucket.fill(now);
    return bucket;
  }

  private SlidingCallWindow window(CountedRequest request) {
    ThrottlingLimits.NetworkLimits networkLimits = throttlingLimits.network();
    long allowed = request.reads() ? networkLimits.reads() : networkLimits.writes();
    return windows.computeIfAbsent(
        request.reads(), absent -> new SlidingCallWindow(allowed, networkLimits.window()));
  }

  private static ServerResponse byManager(CountedRequest request, double seconds) {
    String kind = request.kind().substring(0, request.kind().length() - 1);
    return refusal(
        ThrottlingErrors.byManager(
            kind, request.subscription(), request.principal(), whole(seconds)),
        seconds);
  }

  private static ServerResponse byProvider(CountedRequest request, double seconds) {
    return refusal(ThrottlingErrors.byProvider(request.subscription(), whole(seconds)), seconds);
  }

  private static ServerResponse refusal(ArmError error, double seconds) {
    return ErrorResponses.response(error).with("Retry-After", Long.toString(whole(seconds)));
  }

  private static long whole(double seconds) {
    return Math.max(1, (long) Math.ceil(seconds));
  }
}
