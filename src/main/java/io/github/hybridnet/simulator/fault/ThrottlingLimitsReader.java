package io.github.hybridnet.simulator.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads the numbers of throttling; what is not given is as documented. */
final class ThrottlingLimitsReader {
  private static final double GLOBAL_FACTOR = 15;
  private static final long NETWORK_READS = 10_000;
  private static final long NETWORK_WRITES = 1_000;
  private static final long MOST_CALLS = 1_000_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final StrictObjectReader strictObjectReader;

  ThrottlingLimitsReader(StrictObjectReader strictObjectReader) {
    this.strictObjectReader = strictObjectReader;
  }

  ThrottlingLimits read() {
    Map<String, ThrottlingLimits.Bucket> buckets = new HashMap<>();
    ThrottlingLimits.DOCUMENTED.forEach(
        (kind, usual) -> buckets.put(kind, bucket(strictObjectReader.object(kind), usual)));
    double factor = strictObjectReader.positive("globalFactor", Double.MAX_VALUE, GLOBAL_FACTOR);
    StrictObjectReader network = strictObjectReader.object("network");
    Duration window = network.duration("window", Duration.ofDays(1));
    ThrottlingLimits.NetworkLimits provider =
        new ThrottlingLimits.NetworkLimits(
            network.whole("reads", 1, MOST_CALLS, NETWORK_READS),
            network.whole("writes", 1, MOST_CALLS, NETWORK_WRITES),
            window == null ? WINDOW : window);
    network.end();
    boolean simulated =
        strictObjectReader.choice("clock", Map.of("wall", false, "simulated", true), false);
    return new ThrottlingLimits(buckets, factor, provider, simulated);
  }

  private static ThrottlingLimits.Bucket bucket(
      StrictObjectReader bucket, ThrottlingLimits.Bucket usual) {
    ThrottlingLimits.Bucket read =
        new ThrottlingLimits.Bucket(
            bucket.positive("size", Double.MAX_VALUE, usual.size()),
            bucket.positive("perSecond", Double.MAX_VALUE, usual.perSecond()));
    bucket.end();
    return read;
  }
}
