package io.github.hybridnet.simulator.http;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** The headers that every answer of Azure has. */
public final class StandardHeaders {
  /** The header that says how many requests of a kind are left; the kind follows. */
  public static final String REMAINING = "x-ms-ratelimit-remaining-subscription-";

  private static final DateTimeFormatter ROUTING =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** What a subscription may still do within the hour, by kind; shown, not enforced. */
  private static final Map<String, Integer> LIMITS =
      Map.of("reads", 12_000, "writes", 1_200, "deletes", 15_000);

  private final Map<String, AtomicInteger> used = new ConcurrentHashMap<>();
  private volatile long hour;
  private volatile Second latest = new Second(-1, "");

  /** A second, written; most answers are given in the same one as the one before. */
  private record Second(long number, String text) {}

  /** Adds the headers to an answer given at this simulated instant. */
  public ServerResponse complete(
      ServerRequest serverRequest, ServerResponse serverResponse, Instant now) {
    String id = serverResponse.headers().getOrDefault("x-ms-request-id", guid());
    String correlation = guid();
    serverResponse
        .with("Cache-Control", "no-cache")
        .with("Pragma", "no-cache")
        .with("Expires", "-1")
        .with("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        .with("X-Content-Type-Options", "nosniff")
        .with("x-ms-request-id", id)
        .with("x-ms-correlation-request-id", correlation)
        .with("x-ms-routing-request-id", "LOCAL:" + second(now) + ":" + correlation);
    if (serverRequest.header("x-ms-return-client-request-id").filter("true"::equals).isPresent()) {
      serverRequest
          .header("x-ms-client-request-id")
          .ifPresent(client -> serverResponse.with("x-ms-client-request-id", client));
    }
    String kind = kind(serverRequest.method());
    // Buckets that are enforced have said so already.
    serverResponse.headers().putIfAbsent(REMAINING + kind, Integer.toString(remaining(kind, now)));
    return serverResponse;
  }

  /** Names an answer and guards nothing, so that it need not be hard to guess. */
  private static String guid() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = random.nextLong() & ~0xF000L | 0x4000L;
    return new UUID(high, random.nextLong() & ~(3L << 62) | 1L << 63).toString();
  }

  private String second(Instant now) {
    Second known = latest;
    if (known.number() != now.getEpochSecond()) {
      known = new Second(now.getEpochSecond(), ROUTING.format(now));
      latest = known;
    }
    return known.text();
  }

  /** {@code reads}, {@code writes} or {@code deletes}: what a method counts as. */
  public static String kind(String method) {
    return switch (method) {
      case "GET", "HEAD" -> "reads";
      case "DELETE" -> "deletes";
      default -> "writes";
    };
  }

  private int remaining(String kind, Instant now) {
    long current = now.getEpochSecond() / 3600;
    if (hour != current) {
      hour = current;
      used.clear();
    }
    int count = used.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
    return Math.max(0, LIMITS.getOrDefault(kind, 0) - count);
  }
}
