package io.github.hybridnet.drill.action;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.drill.api.DrillFinding;
import io.github.hybridnet.drill.api.DrillPorts;
import io.github.hybridnet.drill.api.DrillTarget;
import io.github.hybridnet.engine.SettledResourceReader;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What every lever does in the same way. */
record DisconnectContext(
    DrillPorts ports, DrillTarget target, DisconnectOptions options, AtomicBoolean wasRefused) {
  private static final int ATTEMPTS = 8;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What a lever of a network works with. */
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

  /** What stands, once no operation changes it any more. */
  Optional<ActualResource> settled(ResourceKey key) throws InterruptedException {
    return new SettledResourceReader(ports.cloud(), options.engine(), options.listener()).read(key);
  }

  /** Tries again, for some minutes at most, what Azure was too busy to accept. */
  void retryWhileBusy(AzureRequest azureRequest) throws InterruptedException {
    for (int number = 1; ; number++) {
      try {
        azureRequest.run();
        return;
      } catch (CloudException failure) {
        boolean passes = failure.kind() == Kind.BUSY || failure.kind() == Kind.CONFLICT;
        if (!passes || number == ATTEMPTS) {
          throw failure;
        }
        Duration asked = failure.retryAfter().orElse(PAUSE);
        options.engine().sleeper().sleep(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
      }
    }
  }

  /** What Azure would refuse, or what cannot even be asked of it. */
  static CloudException requestRefused(String code, String message) {
    return new CloudException(Kind.REFUSED, code, message, CloudException.Answer.NONE, null);
  }
}
