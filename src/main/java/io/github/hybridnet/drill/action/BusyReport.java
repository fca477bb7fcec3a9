package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.EngineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reports that a disconnect waits for Azure: at the first refusal, and then once a minute. */
final class BusyReport implements BiConsumer<CloudException, Duration> {
  private static final Duration INTERVAL = Duration.ofMinutes(1);

  private final ResourceKey key;
  private final DisconnectOptions options;
  private @Nullable Instant next;

  /** A report about the resource that the disconnect writes. */
  BusyReport(ResourceKey key, DisconnectOptions options) {
    this.key = key;
    this.options = options;
  }

  @Override
  public void accept(CloudException failure, Duration delay) {
    Instant now = options.engine().clock().instant();
    if (next != null && now.isBefore(next)) {
      return;
    }
    next = now.plus(INTERVAL);
    String reason = String.valueOf(failure.getMessage());
    options.listener().accept(new EngineEvent.Retrying(key, failure.code(), reason, delay));
  }
}
