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
import io.github.hybridnet.engine.retry.RetryExecutor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What all disconnect methods do in the same way. */
record DisconnectContext(
    DrillPorts ports, DrillTarget target, DisconnectOptions options, AtomicBoolean wasRefused) {

  /** What the disconnect of a network works with. */
  DisconnectContext(DrillPorts ports, DrillTarget target, DisconnectOptions options) {
    this(ports, target, options, new AtomicBoolean());
  }

  /** Nothing was sent, and nothing will be. */
  DisconnectRefusedException refuseDisconnect(DrillFinding finding) {
    wasRefused.set(true);
    return new DisconnectRefusedException(finding);
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
   * @param key what the request writes, for the report that Azure is busy
   * @param limit how long the disconnect may take
   * @param sent set by the request before anything is sent; as long as it is not, there is nothing
   *     to restore
   */
  void retryWhileBusy(
      ResourceKey key, Duration limit, AtomicBoolean sent, AzureRequest azureRequest)
      throws InterruptedException {
    try {
      retryWhileBusy(key, limit, azureRequest);
    } finally {
      wasRefused.set(!sent.get());
    }
  }

  private void retryWhileBusy(ResourceKey key, Duration limit, AzureRequest azureRequest)
      throws InterruptedException {
    new RetryExecutor(
            options.engine().clock(), options.engine().sleeper(), new BusyReport(key, options))
        .until(
            new DisconnectRetryPolicy(),
            limit.dividedBy(2),
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
