package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.arm.ActualCircuit;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.console.LineWriter;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineOptions;
import io.github.hybridnet.engine.retry.Backoff;
import io.github.hybridnet.engine.retry.PollOutcome;
import io.github.hybridnet.engine.retry.PolledCondition;
import io.github.hybridnet.engine.retry.Poller;
import io.github.hybridnet.plan.destroy.RetainedResource;
import io.github.hybridnet.text.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Waits for the connectivity provider to provision or deprovision a circuit. It says what it waits
 * for at each change of state, and once a minute. A provider takes days: one lost answer is no
 * reason to give up. The limit is that of all waits together.
 */
public final class CircuitPoller {
  private static final Backoff BACKOFF =
      new Backoff(Duration.ofMillis(500), 1.5, Duration.ofSeconds(30));

  /**
   * A circuit that an answer does not show may only be missing in a copy that lags behind, such as
   * right after its creation (Azure/azure-rest-api-specs issue 10148).
   */
  private static final int ABSENT_TO_BELIEVE = 3;

  private static final Duration ABSENCE_TO_BELIEVE = Duration.ofMinutes(2);

  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final LineWriter out;
  private final Duration limit;
  private final Instant begin;

  /**
   * A poller whose time begins now.
   *
   * @param limit how long all waits together may last
   */
  public CircuitPoller(
      CloudClient cloudClient, EngineOptions options, LineWriter out, Duration limit) {
    this.cloudClient = cloudClient;
    this.options = options;
    this.out = out;
    this.limit = limit;
    this.begin = options.clock().instant();
  }

  /**
   * Waits until a circuit is provisioned so far.
   *
   * @param reached whether it is
   * @param changed called with the circuit at each change of its state
   * @throws io.github.hybridnet.text.UserException HN4012 when the time is over, HN4041 when the
   *     provider deprovisions the circuit, HN4042 when it was deleted, HN4011 when Azure refuses to
   *     show it
   * @throws InterruptedException when the build is stopped
   */
  ActualResource awaitProvisioned(
      ResourceKey key, Predicate<ActualCircuit> reached, Consumer<ActualResource> changed)
      throws InterruptedException {
    CircuitWait wait =
        new CircuitWait(key, "waiting", CircuitReadiness::reason) {
          @Override
          boolean isReachedBy(ActualCircuit circuit) {
            if (reached.test(circuit)) {
              return true;
            }
            if (circuit.phase() == ActualCircuit.Phase.LEAVING) {
              throw CircuitProblems.deprovisioning(key);
            }
            return false;
          }

          @Override
          void changed(ActualResource circuit) {
            changed.accept(circuit);
          }
        };
    PollOutcome<Optional<ActualResource>> outcome = await(wait);
    if (wait.isGone()) {
      throw CircuitProblems.deleted(key);
    }
    if (!outcome.isReached()) {
      throw CircuitProblems.providerTimeout(
          key,
          elapsed(),
          wait.state(outcome.last()),
          CircuitReadiness.contact(outcome.last().map(ActualCircuit::new)));
    }
    return outcome.last().orElseThrow();
  }

  /**
   * Waits until the provider has deprovisioned a circuit.
   *
   * @return whether it is deprovisioned or deleted; false when the time is over, which loses
   *     nothing
   * @throws InterruptedException when the build is stopped
   */
  public boolean awaitDeprovisioned(RetainedResource circuit) throws InterruptedException {
    out.warn(circuit.key() + ": " + circuit.reason());
    CircuitWait wait =
        new CircuitWait(
            circuit.key(),
            "waiting for the connectivity provider to deprovision the circuit",
            ActualCircuit::providerState) {
          @Override
          boolean isReachedBy(ActualCircuit actual) {
            return actual.isDeprovisioned();
          }
        };
    PollOutcome<Optional<ActualResource>> outcome = await(wait);
    if (outcome.isReached()) {
      out.info(CircuitMessages.deprovisioned(circuit.key()));
    } else {
      out.warn(
          circuit.key()
              + ": still "
              + wait.state(outcome.last())
              + " after "
              + DurationText.text(limit));
    }
    return outcome.isReached();
  }

  private PollOutcome<Optional<ActualResource>> await(CircuitWait wait)
      throws InterruptedException {
    return new Poller(options.clock(), options.sleeper())
        .await(wait, BACKOFF, limit.minus(elapsed()));
  }

  private Duration elapsed() {
    return Duration.between(begin, options.clock().instant());
  }

  /** One wait for one circuit; a circuit that is gone ends it. */
  private abstract class CircuitWait implements PolledCondition<Optional<ActualResource>> {
    private final ResourceKey key;
    private final String activity;
    private final Function<ActualCircuit, String> description;
    private Instant reported = begin;
    private String state = "";
    private int absent;
    private Instant lastSeen = begin;

    CircuitWait(ResourceKey key, String activity, Function<ActualCircuit, String> description) {
      this.key = key;
      this.activity = activity;
      this.description = description;
    }

    abstract boolean isReachedBy(ActualCircuit circuit);

    void changed(ActualResource circuit) {}

    /** Empty while Azure does not answer or does not show the circuit. */
    @Override
    public Optional<ActualResource> look() {
      try {
        Optional<ActualResource> found = cloudClient.read(key);
        noteAbsence(found.isEmpty());
        return found;
      } catch (CloudException failure) {
        noteAbsence(false);
        if (failure.isSignInLost()) {
          return Optional.empty();
        }
        return switch (failure.kind()) {
          case UNREACHABLE, UNREADABLE, BUSY -> Optional.empty();
          default -> throw GoalProblems.unreadable(failure);
        };
      }
    }

    private void noteAbsence(boolean isAbsent) {
      if (!isAbsent || absent == 0) {
        lastSeen = options.clock().instant();
      }
      absent = isAbsent ? absent + 1 : 0;
    }

    boolean isGone() {
      Duration absence = Duration.between(lastSeen, options.clock().instant());
      return absent >= ABSENT_TO_BELIEVE && absence.compareTo(ABSENCE_TO_BELIEVE) >= 0;
    }

    @Override
    public boolean isReached(Optional<ActualResource> seen) {
      return isGone() || seen.map(ActualCircuit::new).filter(this::isReachedBy).isPresent();
    }

    String state(Optional<ActualResource> seen) {
      return seen.map(ActualCircuit::new).map(description).orElse("no answer from Azure");
    }

    @Override
    public void waiting(Optional<ActualResource> seen, Duration waited) {
      String now = state(seen);
      Instant instant = options.clock().instant();
      boolean isChange = !now.equals(state);
      if (isChange || Duration.between(reported, instant).compareTo(options.heartbeat()) >= 0) {
        out.info(
            "%s: %s, %s; %s elapsed, limit %s"
                .formatted(
                    key, activity, now, DurationText.text(elapsed()), DurationText.text(limit)));
        reported = instant;
      }
      state = now;
      if (isChange) {
        seen.ifPresent(this::changed);
      }
    }
  }
}
