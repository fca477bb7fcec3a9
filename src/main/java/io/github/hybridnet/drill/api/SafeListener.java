package io.github.hybridnet.drill.api;

import java.util.function.Consumer;

/**
 * Tells somebody who may fail to listen, as Maven's log does once the process is ending. Whether
 * anybody reads along must not decide whether ExpressRoute is restored.
 */
public final class SafeListener {
  private SafeListener() {}

  /** The same listener, whose failures are nobody's business. */
  public static <T> Consumer<T> of(Consumer<T> listener) {
    return told -> {
      try {
        listener.accept(told);
      } catch (RuntimeException | Error failure) {
        // The failure cannot be reported to the listener that caused it.
        return;
      }
    };
  }
}
