package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.Durations;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Waits until the connectivity provider has deprovisioned a circuit. */
final class DeprovisionWait {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Cloud cloud;
  private final EngineOptions options;
  private final LineWriter out;

  DeprovisionWait(Cloud cloud, EngineOptions options, LineWriter out) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
  }

  /** Whether it is deprovisioned; false when the time is over, which loses nothing. */
  boolean await(Kept circuit, Duration limit) throws InterruptedException {
    out.warn(circuit.key() + ": " + circuit.reason());
    Instant begin = options.clock().instant();
    Instant told = begin;
    String state = "";
    Duration pause = Duration.ofMillis(500);
    while (true) {
      String now = state(circuit);
      if (now.equalsIgnoreCase("NotProvisioned")) {
        out.info(circuit.key() + ": deprovisioned by the provider");
        return true;
      }
      Instant instant = options.clock().instant();
      Duration waited = Duration.between(begin, instant);
      if (waited.compareTo(limit) >= 0) {
        out.warn(circuit.key() + ": still " + now + " after " + Durations.text(waited));
        return false;
      }
      if (!now.equals(state)
          || Duration.between(told, instant).compareTo(options.heartbeat()) >= 0) {
        out.info(
            "%s: waiting for the provider to deprovision it, %s, %s elapsed, limit %s"
                .formatted(circuit.key(), now, Durations.text(waited), Durations.text(limit)));
        state = now;
        told = instant;
      }
      options.sleeper().sleep(pause);
      pause = longer(pause);
    }
  }

  /** A lost answer is no reason to give up: a provider takes days. */
  private String state(Kept circuit) {
    try {
      Optional<ActualResource> actual = cloud.read(circuit.key());
      return actual
          .map(a -> a.observed().get("serviceProviderProvisioningState"))
          .map(Objects::toString)
          .orElse("NotProvisioned");
    } catch (CloudException failure) {
      if (failure.kind() == CloudException.Kind.UNREACHABLE
          || failure.kind() == CloudException.Kind.BUSY) {
        return "not to be seen";
      }
      throw GoalProblems.unreadable(failure);
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.plus(pause.dividedBy(2));
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }
}
