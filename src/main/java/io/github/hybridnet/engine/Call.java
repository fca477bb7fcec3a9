package io.github.hybridnet.engine;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * How a request that takes its time is made.
 *
 * @param limit how long to wait for its end
 * @param accepted told of the operation as soon as the service has accepted it, before it is waited
 *     for; not told when the answer is already the end
 */
public record Call(Duration limit, Consumer<Operation> accepted) {

  /** A call whose operation nobody remembers. */
  public static Call within(Duration limit) {
    return new Call(limit, operation -> {});
  }
}
