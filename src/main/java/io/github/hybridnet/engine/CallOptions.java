package io.github.hybridnet.engine;

import io.github.hybridnet.arm.AsyncOperation;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a request that takes its time is made.
 *
 * @param limit how long to wait for its end
 * @param accepted told of the operation as soon as the service has accepted it, before it is waited
 *     for; not told when the answer is already the end
 */
public record CallOptions(Duration limit, Consumer<AsyncOperation> accepted) {

  /** A call whose operation nobody remembers. */
  public static CallOptions within(Duration limit) {
    return new CallOptions(limit, asyncOperation -> {});
  }
}
