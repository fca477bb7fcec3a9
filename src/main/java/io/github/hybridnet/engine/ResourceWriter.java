package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.Planner;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Writes one resource: tries again what can pass, reads anew after a lost race, takes the
 * alternative of a refused form.
 */
final class ResourceWriter {
  private final Cloud cloud;
  private final EngineOptions options;
  private final Consumer<EngineEvent> listener;
  private final Planner planner = new Planner();
  private final RetryPolicy retries = new RetryPolicy();

  ResourceWriter(Cloud cloud, EngineOptions options, Consumer<EngineEvent> listener) {
    this.cloud = cloud;
    this.options = options;
    this.listener = listener;
  }

  ActualResource write(Change change) throws InterruptedException {
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
      last = persistently(planner.change(desired, cloud.read(desired.key()).orElse(null)));
    }
    return Objects.requireNonNull(last, "an alternative writes something");
  }

  private ActualResource persistently(Change first) throws InterruptedException {
    Change change = first;
    for (int attempt = 1; ; attempt++) {
      ActualResource actual = change.actual();
      if (!change.isWrite() && actual != null) {
        return actual;
      }
      try {
        return cloud.apply(change, body(change), EngineOptions.limit(change.key().type()));
      } catch (CloudException failure) {
        Optional<Duration> delay = retries.delay(failure, attempt);
        if (delay.isEmpty()) {
          throw failure;
        }
        listener.accept(
            new EngineEvent.Retrying(
                change.key(), failure.code(), String.valueOf(failure.getMessage()), delay.get()));
        options.sleeper().sleep(delay.get());
        change = planner.change(change.desired(), cloud.read(change.key()).orElse(null));
      }
    }
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
