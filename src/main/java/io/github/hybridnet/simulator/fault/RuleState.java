package io.github.hybridnet.simulator.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A rule in force: its counts and lasting effects. Guarded by the rule book. */
final class RuleState {
  final FaultRule rule;

  /** Operations that this rule has lost or held up. */
  final Set<String> operations = new HashSet<>();

  /** The buckets of a rule that throttles. */
  final @Nullable ThrottlingBuckets throttling;

  /** Since this rule expired all tokens: which ones are newer. */
  @Nullable IssuedTokens curfew;

  /** Ends the delays of this rule. */
  private final CountDownLatch gone = new CountDownLatch(1);

  private final Map<String, Count> counts = new LruMap<>();
  private long matched;
  private long fired;

  /** The number of calls so far. */
  private static final class Count {
    long matched;
    long fired;
  }

  RuleState(FaultRule rule) {
    this.rule = rule;
    this.throttling =
        rule.effect() instanceof FaultEffect.RequestThrottling requestThrottling
            ? new ThrottlingBuckets(requestThrottling.limits())
            : null;
  }

  /** Waits; false if the rule was taken away meanwhile. */
  boolean hold(Duration wall) throws InterruptedException {
    return !gone.await(wall.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The rule is not in force any more. */
  void end() {
    gone.countDown();
  }

  /** Counts a call that matches; whether the rule affects it. */
  boolean count(FaultCall call) {
    matched++;
    Count count = counts.computeIfAbsent(key(call), absent -> new Count());
    count.matched++;
    return rule.when().calls().affects(key(call), count.matched, count.fired);
  }

  /** Counts that the rule was applied to a call. */
  void fire(FaultCall call) {
    fired++;
    counts.computeIfAbsent(key(call), absent -> new Count()).fired++;
  }

  ObjectNode toJson() {
    ObjectNode json = rule.source().deepCopy();
    return json.put("matched", matched).put("fired", fired);
  }

  private String key(FaultCall call) {
    return rule.when().calls().perResource() ? call.key() : "";
  }
}
