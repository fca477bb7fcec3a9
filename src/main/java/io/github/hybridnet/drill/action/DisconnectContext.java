package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.engine.JournaledRequests;
import io.github.hybridnet.engine.SettledResourceReader;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.CountedRetryPolicy;
import io.github.hybridnet.engine.retry.RetryExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** What all disconnect methods do in the same way. */
record DisconnectContext(
    DrillPorts ports, DrillTarget target, DisconnectOptions options, AtomicBoolean wasRefused) {
  private static final int SERVER_ERROR = 500;
  private static final Duration LONGEST_ASKED = Duration.ofSeconds(30);

  /** What Azure is busy with may take minutes, such as an operation on the circuit. */
  private static final CountedRetryPolicy WHILE_BUSY =
      whileBusy(Integer.MAX_VALUE, DisconnectContext::isOtherOperation);

  /** Another version, or an error inside the service, passes sooner or not at all. */
  private static final CountedRetryPolicy SOME_TIMES =
      whileBusy(8, failure -> failure.kind() == Kind.BUSY || failure.kind() == Kind.CONFLICT);

  /** What the disconnect of a network works with. */
  DisconnectContext(DrillPorts ports, DrillTarget target, DisconnectOptions options) {
    this(ports, target, options, new AtomicBoolean());
  }

  /** Nothing was sent, and nothing will be. */
  DisconnectRefusedException refuseDisconnect(DrillFinding drillFinding) {
    wasRefused.set(true);
    return new DisconnectRefusedException(drillFinding);
  }

  /** A request that Azure may be too busy for. */
  interface AzureRequest {
    void run() throws InterruptedException;
  }

  /** The actual resource, once no operation changes it any more. */
  Optional<ActualResource> settled(ResourceKey key) throws InterruptedException {
    return new SettledResourceReader(ports.cloud(), options.engine(), options.listener()).read(key);
  }

  /** Writes and removes resources. */
  JournaledRequests requests() {
    return new JournaledRequests(ports.cloud(), options.engine().journal());
  }

  /**
   * Tries again what Azure was too busy to accept, during the first half of the limit. The other
   * half is for the operation, so that a late disconnect is not cut off and restored at once.
   *
   * @param limit how long the disconnect may take
   */
  void retryWhileBusy(Duration limit, AzureRequest azureRequest) throws InterruptedException {
    new RetryExecutor(options.engine().clock(), options.engine().sleeper())
        .until(
            DisconnectContext::delay,
            limit.dividedBy(2),
            number -> {
              azureRequest.run();
              return number;
            });
  }

  private static Optional<Duration> delay(CloudException failure, int attempt, Duration left) {
    CountedRetryPolicy policy = isOtherOperation(failure) ? WHILE_BUSY : SOME_TIMES;
    return policy.delay(failure, attempt, left).filter(delay -> delay.compareTo(left) <= 0);
  }

  private static boolean isOtherOperation(CloudException failure) {
    return failure.kind() == Kind.BUSY && failure.status() < SERVER_ERROR;
  }

  private static CountedRetryPolicy whileBusy(int attempts, Predicate<CloudException> mayPass) {
    return new CountedRetryPolicy(
        attempts, Backoff.fixed(Duration.ofSeconds(5)), LONGEST_ASKED, mayPass);
  }

  /** What Azure would refuse, or what cannot even be asked of it. */
  static CloudException requestRefused(String code, String message) {
    return new CloudException(Kind.REFUSED, code, message, CloudException.Answer.NONE, null);
  }
}
