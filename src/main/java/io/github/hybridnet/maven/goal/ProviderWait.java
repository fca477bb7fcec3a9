package io.github.hybridnet.maven.goal;

import io.github.hybridnet.console.Durations;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.CircuitFacts;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the connectivity provider, and says what for: a line for each change of state, and one
 * a minute. The limit is that of all waits together.
 */
final class ProviderWait {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A circuit that one answer does not show may be a slow copy's answer. */
  private static final int ABSENT_TO_BELIEVE = 3;

  private final Cloud cloud;
  private final EngineOptions options;
  private final LineWriter out;
  private final Duration limit;
  private final Instant begin;
  private Instant told;
  private String reason = "";

  /** A wait that begins now. */
  ProviderWait(Cloud cloud, EngineOptions options, LineWriter out, Duration limit) {
    this.cloud = cloud;
    this.options = options;
    this.out = out;
    this.limit = limit;
    this.begin = options.clock().instant();
    this.told = begin;
  }

  /**
   * Waits until the circuit is as it shall be.
   *
   * @param changed told of the circuit at each change of its state
   * @throws io.github.hybridnet.model.HybridnetException HN4012 when the time is over, HN4041 when
   *     the provider takes the circuit away, HN4042 when it is gone
   * @throws InterruptedException when the build is stopped
   */
  ActualResource await(
      ResourceKey key, Predicate<CircuitFacts> reached, Consumer<ActualResource> changed)
      throws InterruptedException {
    Duration pause = Duration.ofMillis(500);
    int absent = 0;
    while (true) {
      Look look = look(key);
      absent = look.absent() ? absent + 1 : 0;
      if (absent >= ABSENT_TO_BELIEVE) {
        throw CircuitProblems.gone(key);
      }
      ActualResource circuit = look.circuit();
      if (circuit != null && reached.test(new CircuitFacts(circuit))) {
        return circuit;
      }
      refuseLeaving(circuit);
      if (tell(key, circuit) && circuit != null) {
        changed.accept(circuit);
      }
      options.sleeper().sleep(pause);
      pause = longer(pause);
    }
  }

  /**
   * One look at the circuit.
   *
   * @param circuit as it stands, or null
   * @param absent whether Azure said that there is none
   */
  private record Look(@Nullable ActualResource circuit, boolean absent) {}

  /**
   * Nothing while Azure does not answer: a provider takes days, and one lost answer is no reason.
   */
  private Look look(ResourceKey key) {
    try {
      Optional<ActualResource> found = cloud.read(key);
      return new Look(found.orElse(null), found.isEmpty());
    } catch (CloudException failure) {
      boolean passing =
          failure.kind() == CloudException.Kind.UNREACHABLE
              || failure.kind() == CloudException.Kind.BUSY;
      if (passing) {
        return new Look(null, false);
      }
      throw GoalProblems.unreadable(failure);
    }
  }

  private static void refuseLeaving(@Nullable ActualResource circuit) {
    if (circuit != null) {
      CircuitFacts facts = new CircuitFacts(circuit);
      if (facts.phase() == CircuitFacts.Phase.LEAVING) {
        throw CircuitProblems.leaving(facts.key());
      }
    }
  }

  /** Whether what is waited for has changed; ends the wait when its time is over. */
  private boolean tell(ResourceKey key, @Nullable ActualResource circuit) {
    String now = circuit == null ? "Azure does not answer" : reason(circuit);
    Instant instant = options.clock().instant();
    Duration waited = Duration.between(begin, instant);
    if (waited.compareTo(limit) >= 0) {
      throw GoalProblems.providerTimeout(key, waited, now);
    }
    boolean changed = !now.equals(reason);
    if (changed || Duration.between(told, instant).compareTo(options.heartbeat()) >= 0) {
      out.info(
          "%s: waiting, %s; %s elapsed, limit %s"
              .formatted(key, now, Durations.text(waited), Durations.text(limit)));
      told = instant;
    }
    reason = now;
    return changed;
  }

  private static String reason(ActualResource circuit) {
    return CircuitReadiness.reason(new CircuitFacts(circuit));
  }

  private static Duration longer(Duration pause) {
    Duration next = pause.plus(pause.dividedBy(2));
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }
}
