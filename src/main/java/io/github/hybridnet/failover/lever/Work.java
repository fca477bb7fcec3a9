package io.github.hybridnet.failover.lever;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.CloudException.Kind;
import io.github.hybridnet.engine.SettledRead;
import io.github.hybridnet.failover.DrillTarget;
import io.github.hybridnet.failover.Ports;
import io.github.hybridnet.failover.Verdict.Finding;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What every lever does in the same way. */
record Work(Ports ports, DrillTarget target, LeverWorkings workings, AtomicBoolean wasRefused) {
  private static final int ATTEMPTS = 8;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** What a lever of a network works with. */
  Work(Ports ports, DrillTarget target, LeverWorkings workings) {
    this(ports, target, workings, new AtomicBoolean());
  }

  /** Nothing was sent, and nothing will be. */
  LeverRefusedException refuse(Finding finding) {
    wasRefused.set(true);
    return new LeverRefusedException(finding);
  }

  /** A request that Azure may be too busy for. */
  interface Attempt {
    void run() throws InterruptedException;
  }

  /** What stands, once no operation changes it any more. */
  Optional<ActualResource> settled(ResourceKey key) throws InterruptedException {
    return new SettledRead(ports.cloud(), workings.options(), workings.listener()).read(key);
  }

  /** Tries again, for some minutes at most, what Azure was too busy to accept. */
  void patiently(Attempt attempt) throws InterruptedException {
    for (int number = 1; ; number++) {
      try {
        attempt.run();
        return;
      } catch (CloudException failure) {
        boolean passes = failure.kind() == Kind.BUSY || failure.kind() == Kind.CONFLICT;
        if (!passes || number == ATTEMPTS) {
          throw failure;
        }
        Duration asked = failure.retryAfter().orElse(PAUSE);
        workings.options().sleeper().sleep(asked.compareTo(LONGEST) > 0 ? LONGEST : asked);
      }
    }
  }

  /** What Azure would refuse, or what cannot even be asked of it. */
  static CloudException refused(String code, String message) {
    return new CloudException(Kind.REFUSED, code, message, CloudException.Answer.NONE, null);
  }
}
