package io.github.hybridnet.engine;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Reads many things at once, as they are: nothing is waited for, and what may not be read does not
 * hide the rest.
 */
public final class ParallelReader {
  private static final int READERS = 8;
  private static final Duration FOREVER = Duration.ofDays(365);

  private ParallelReader() {}

  /** Reads the value that belongs to one key. */
  @FunctionalInterface
  public interface ReadFunction<K, T> {
    /**
     * Reads the value of this key.
     *
     * @throws CloudException when it cannot be read
     * @throws InterruptedException when the build is stopped
     */
    T read(K key) throws InterruptedException;
  }

  /**
   * The value that was read, or why it could not be read.
   *
   * @param value the thing, or null when it could not be read
   * @param failure why not, or null
   */
  public record ReadResult<T>(@Nullable T value, @Nullable CloudException failure) {}

  /**
   * Reads all, and returns them in the order of the keys.
   *
   * @throws InterruptedException when the build is stopped
   */
  public static <K, T> Map<K, ReadResult<T>> at(Collection<K> keys, ReadFunction<K, T> readFunction)
      throws InterruptedException {
    return at(keys, readFunction, FOREVER);
  }

  /**
   * Reads all, and returns them in the order of the keys. What has not come within the limit is
   * given up.
   *
   * @throws InterruptedException when the build is stopped
   */
  public static <K, T> Map<K, ReadResult<T>> at(
      Collection<K> keys, ReadFunction<K, T> readFunction, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    int most = Math.max(1, Math.min(READERS, keys.size()));
    try (WorkerPool readers = new WorkerPool(most, "hybridnet-glance")) {
      Map<K, Future<T>> pending = new LinkedHashMap<>();
      for (K key : keys) {
        pending.computeIfAbsent(key, k -> readers.executor().submit(() -> readFunction.read(k)));
      }
      Map<K, ReadResult<T>> seen = new LinkedHashMap<>();
      for (Map.Entry<K, Future<T>> each : pending.entrySet()) {
        seen.put(each.getKey(), sight(each.getValue(), end, limit));
      }
      return seen;
    }
  }

  private static <T> ReadResult<T> sight(Future<T> pending, long end, Duration limit)
      throws InterruptedException {
    try {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      return new ReadResult<>(WorkerPool.await(pending, left), null);
    } catch (TimeoutException e) {
      return new ReadResult<>(null, late(limit));
    } catch (CloudException failure) {
      return new ReadResult<>(null, failure);
    }
  }

  private static CloudException late(Duration limit) {
    return CloudException.ofOurs(
        CloudException.Kind.TIMED_OUT,
        OwnErrorCode.NO_ANSWER,
        "no answer within " + DurationText.exact(limit));
  }
}
