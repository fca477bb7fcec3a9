package io.github.hybridnet.app.circuit;

import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the connectivity provider, and says what for: a line for each change of state, and one
 * a minute. The limit is that of all waits together.
 */
final class ProvisioningWait {
  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final LineWriter out;
  private final Duration limit;
  private final Instant begin;
  private Instant told;
  private String reason = "";

  /** A wait that begins now. */
  ProvisioningWait(CloudClient cloudClient, EngineOptions options, LineWriter out, Duration limit) {
    this.cloudClient = cloudClient;
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
      ResourceKey key, Predicate<ActualCircuit> reached, Consumer<ActualResource> changed)
      throws InterruptedException {
    CircuitPoller looks = new CircuitPoller(cloudClient, options, key);
    while (true) {
      ActualResource circuit = looks.next().orElse(null);
      if (looks.isGone()) {
        throw CircuitProblems.deleted(key);
      }
      if (circuit != null && reached.test(new ActualCircuit(circuit))) {
        return circuit;
      }
      refuseLeaving(circuit);
      if (tell(key, circuit) && circuit != null) {
        changed.accept(circuit);
      }
      looks.pause();
    }
  }

  private static void refuseLeaving(@Nullable ActualResource circuit) {
    if (circuit != null) {
      ActualCircuit facts = new ActualCircuit(circuit);
      if (facts.phase() == ActualCircuit.Phase.LEAVING) {
        throw CircuitProblems.deprovisioning(facts.key());
      }
    }
  }

  /** Whether what is waited for has changed; ends the wait when its time is over. */
  private boolean tell(ResourceKey key, @Nullable ActualResource circuit) {
    String now = circuit == null ? "no answer from Azure" : reason(circuit);
    Instant instant = options.clock().instant();
    Duration waited = Duration.between(begin, instant);
    if (waited.compareTo(limit) >= 0) {
      throw CircuitProblems.providerTimeout(key, waited, now);
    }
    boolean changed = !now.equals(reason);
    if (changed || Duration.between(told, instant).compareTo(options.heartbeat()) >= 0) {
      out.info(
          "%s: waiting, %s; %s elapsed, limit %s"
              .formatted(key, now, DurationText.text(waited), DurationText.text(limit)));
      told = instant;
    }
    reason = now;
    return changed;
  }

  private static String reason(ActualResource circuit) {
    return CircuitReadiness.reason(new ActualCircuit(circuit));
  }
}
