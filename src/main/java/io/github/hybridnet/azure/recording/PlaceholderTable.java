package io.github.hybridnet.azure.recording;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A placeholder for each original, the same one each time. Upper and lower case are the same
 * original, as they are in ids of Azure. A placeholder can be the name of a resource.
 */
final class PlaceholderTable {
  private static final String ZERO = "00000000-0000-0000-0000-000000000000";

  private final Map<String, String> placeholders = new ConcurrentHashMap<>();
  private final AtomicInteger count = new AtomicInteger();

  /** For a name, a key or another text. */
  String text(String original) {
    return original.isEmpty()
        ? original
        : placeholders.computeIfAbsent(key(original), o -> "value-" + count.incrementAndGet());
  }

  /** For a GUID, another one; the GUID of zeros stays. */
  String guid(String original) {
    return original.equals(ZERO)
        ? original
        : placeholders.computeIfAbsent(
            key(original),
            o -> String.format("00000000-0000-4000-8000-%012x", count.incrementAndGet()));
  }

  private static String key(String original) {
    return original.toLowerCase(Locale.ROOT);
  }
}
