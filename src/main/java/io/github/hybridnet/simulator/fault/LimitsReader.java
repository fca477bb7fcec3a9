package io.github.hybridnet.simulator.fault;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Reads the numbers of throttling; what is not given is as documented. */
final class LimitsReader {
  private static final double GLOBAL_FACTOR = 15;
  private static final long NETWORK_READS = 10_000;
  private static final long NETWORK_WRITES = 1_000;
  private static final long MOST_CALLS = 1_000_000;
  private static final Duration WINDOW = Duration.ofMinutes(5);

  private final Fields fields;

  LimitsReader(Fields fields) {
    this.fields = fields;
  }

  Limits read() {
    Map<String, Limits.Bucket> buckets = new HashMap<>();
    Limits.DOCUMENTED.forEach(
        (kind, usual) -> buckets.put(kind, bucket(fields.object(kind), usual)));
    double factor = fields.positive("globalFactor", Double.MAX_VALUE, GLOBAL_FACTOR);
    Fields network = fields.object("network");
    Duration window = network.duration("window", Duration.ofDays(1));
    Limits.Network provider =
        new Limits.Network(
            network.whole("reads", 1, MOST_CALLS, NETWORK_READS),
            network.whole("writes", 1, MOST_CALLS, NETWORK_WRITES),
            window == null ? WINDOW : window);
    network.end();
    boolean simulated = fields.choice("clock", Map.of("wall", false, "simulated", true), false);
    return new Limits(buckets, factor, provider, simulated);
  }

  private static Limits.Bucket bucket(Fields bucket, Limits.Bucket usual) {
    Limits.Bucket read =
        new Limits.Bucket(
            bucket.positive("size", Double.MAX_VALUE, usual.size()),
            bucket.positive("perSecond", Double.MAX_VALUE, usual.perSecond()));
    bucket.end();
    return read;
  }
}
