package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.Durations;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until the connectivity provider has provisioned a circuit and its private peering is
 * enabled.
 */
final class ProviderWait {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Cloud cloud;
  private final EngineOptions options;
  private final LineWriter out;

  ProviderWait(Cloud cloud, EngineOptions options, LineWriter out) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
  }

  ActualResource await(ResourceKey key, Duration timeout) throws InterruptedException {
    Instant begin = options.clock().instant();
    Instant told = begin;
    Duration pause = Duration.ofMillis(500);
    String state = "";
    while (true) {
      Optional<ActualResource> circuit = look(key);
      if (circuit.isPresent() && new CircuitReadiness(circuit.get()).problem().isEmpty()) {
        out.info(key + ": provisioned by the provider, private peering enabled");
        return circuit.get();
      }
      String now =
          circuit.map(c -> new CircuitReadiness(c).providerState()).orElse("not to be seen");
      Instant instant = options.clock().instant();
      Duration waited = Duration.between(begin, instant);
      if (waited.compareTo(timeout) >= 0) {
        throw GoalProblems.providerTimeout(key, waited, now);
      }
      if (!now.equals(state)
          || Duration.between(told, instant).compareTo(options.heartbeat()) >= 0) {
        out.info(
            key
                + ": waiting for the provider, "
                + now
                + ", "
                + Durations.text(waited)
                + " elapsed, limit "
                + Durations.text(timeout));
        state = now;
        told = instant;
      }
      options.sleeper().sleep(pause);
      pause = longer(pause);
    }
  }

  /** Empty while Azure does not answer: a provider takes days, and one lost answer is no reason. */
  private Optional<ActualResource> look(ResourceKey key) {
    try {
      return cloud.read(key);
    } catch (CloudException failure) {
      boolean passing =
          failure.kind() == CloudException.Kind.UNREACHABLE
              || failure.kind() == CloudException.Kind.BUSY;
      if (passing) {
        return Optional.empty();
      }
      throw GoalProblems.unreadable(failure);
    }
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.plus(pause.dividedBy(2));
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }
}
