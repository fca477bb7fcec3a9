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

/** What all disconnect methods do in the same way. */
record DisconnectContext(
    DrillPorts ports, DrillTarget target, DisconnectOptions options, AtomicBoolean wasRefused) {
  private static final CountedRetryPolicy WHILE_BUSY =
      new CountedRetryPolicy(
          8,
          Backoff.fixed(Duration.ofSeconds(5)),
          Duration.ofSeconds(30),
          failure -> failure.kind() == Kind.BUSY || failure.kind() == Kind.CONFLICT);

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

  /** Tries again, for some minutes at most, what Azure was too busy to accept. */
  void retryWhileBusy(AzureRequest azureRequest) throws InterruptedException {
    new RetryExecutor(options.engine().clock(), options.engine().sleeper())
        .until(
            WHILE_BUSY,
            Duration.ZERO,
            number -> {
              azureRequest.run();
              return number;
            });
  }

  /** What Azure would refuse, or what cannot even be asked of it. */
  static CloudException requestRefused(String code, String message) {
    return new CloudException(Kind.REFUSED, code, message, CloudException.Answer.NONE, null);
  }
}
