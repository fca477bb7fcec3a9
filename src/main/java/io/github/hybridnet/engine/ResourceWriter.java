package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Planner;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes one resource: tries again what can pass, reads anew after a lost race, takes the
 * alternative of a refused form.
 */
final class ResourceWriter {
  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final SettledRead resources;
  private final Planner planner = new Planner();
  private final RetryPolicy retries = new RetryPolicy();

  ResourceWriter(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.options = options;
    this.listener = listener;
    this.resources = new SettledRead(cloud, options, listener);
  }

  /** Writes it when no other goal of the build is writing what it needs. */
  ActualResource write(Change change) throws InterruptedException {
    try (BuildLocks.Hold hold =
        options
            .locks()
            .take(
                change.desired().rules().locks(),
                needed -> listener.accept(new EngineEvent.WaitingForBuild(change.key(), needed)))) {
      return writeAlone(hold.waited() ? readAnew(change.desired()) : change);
    }
  }

  private ActualResource writeAlone(Change change) throws InterruptedException {
    try {
      return persistently(change);
    } catch (CloudException failure) {
      for (DesiredResource.Alternative alternative : change.desired().rules().alternatives()) {
        if (alternative.errorCode().equals(failure.code())) {
          listener.accept(new EngineEvent.TookAlternative(change.key(), failure.code()));
          return writeInstead(alternative);
        }
      }
      throw failure;
    }
  }

  private ActualResource writeInstead(DesiredResource.Alternative alternative)
      throws InterruptedException {
    ActualResource last = null;
    for (DesiredResource desired : alternative.instead()) {
      last = persistently(readAnew(desired));
    }
    return Objects.requireNonNull(last, "an alternative writes something");
  }

  private ActualResource persistently(Change first) throws InterruptedException {
    Change change = first;
    Duration waited = Duration.ZERO;
    for (int attempt = 1; ; attempt++) {
      ActualResource actual = change.actual();
      if (change.action() == Change.Action.UNCHANGED && actual != null) {
        return actual;
      }
      try {
        return write(change, options.timeouts().write(change.key().type()));
      } catch (CloudException failure) {
        Duration delay =
            retries
                .delay(
                    failure, attempt, options.timeouts().write(change.key().type()).minus(waited))
                .orElseThrow(() -> failure);
        tell(change, failure, delay);
        options.sleeper().sleep(delay);
        waited = waited.plus(delay);
        change = readAnew(change.desired());
      }
    }
  }

  private ActualResource write(Change change, Duration limit) throws InterruptedException {
    if (change.action() == Change.Action.REPLACE) {
      throw new CloudException(
          CloudException.Kind.REFUSED,
          "ReplacementNeeded",
          "The " + change.key() + " changed meanwhile, to what Azure cannot change where it stands",
          CloudException.Answer.NONE,
          null);
    }
    return cloud.apply(change, body(change), Call.within(limit));
  }

  /** What is left to do, by what stands now; the last write may have arrived without an answer. */
  private Change readAnew(DesiredResource desired) throws InterruptedException {
    return planner.change(desired, resources.read(desired.key()).orElse(null));
  }

  private void tell(Change change, CloudException failure, Duration delay) {
    listener.accept(
        new EngineEvent.Retrying(
            change.key(), failure.code(), String.valueOf(failure.getMessage()), delay));
  }

  private static Map<String, Object> body(Change change) {
    ActualResource actual = change.actual();
    return actual == null
        ? change.desired().body()
        : Bodies.merge(actual.body(), withoutCreateOnly(change.desired()));
  }

  private static Map<String, Object> withoutCreateOnly(DesiredResource desired) {
    return Bodies.without(desired.body(), desired.rules().createOnly());
  }
}
