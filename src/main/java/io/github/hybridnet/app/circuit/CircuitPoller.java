package io.github.hybridnet.app.circuit;

import io.github.hybridnet.app.GoalProblems;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.EngineOptions;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at a circuit again and again while its provider works on it, with growing pauses. A
 * provider takes days: one lost answer is no reason to give up.
 */
final class CircuitPoller {
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** A circuit that one answer does not show may be a slow copy's answer. */
  private static final int ABSENT_TO_BELIEVE = 3;

  private final CloudClient cloudClient;
  private final EngineOptions options;
  private final ResourceKey key;
  private Duration pause = Duration.ofMillis(500);
  private int absent;

  CircuitPoller(CloudClient cloudClient, EngineOptions options, ResourceKey key) {
    this.cloudClient = cloudClient;
    this.options = options;
    this.key = key;
  }

  /** The circuit now; empty while Azure does not answer or does not show it. */
  Optional<ActualResource> next() {
    try {
      Optional<ActualResource> found = cloudClient.read(key);
      absent = found.isEmpty() ? absent + 1 : 0;
      return found;
    } catch (CloudException failure) {
      absent = 0;
      if (failure.isSignInLost()) {
        return Optional.empty();
      }
      return switch (failure.kind()) {
        case UNREACHABLE, UNREADABLE, BUSY -> Optional.empty();
        default -> throw GoalProblems.unreadable(failure);
      };
    }
  }

  /** Whether the circuit does not exist any more, as several answers say. */
  boolean isGone() {
    return absent >= ABSENT_TO_BELIEVE;
  }

  /** Waits until the next look. */
  void pause() throws InterruptedException {
    options.sleeper().sleep(pause);
    Duration next = pause.plus(pause.dividedBy(2));
    pause = next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }
}
