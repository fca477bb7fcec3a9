package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.engine.SettledRead;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what is changed or used is at rest. */
final class OperationCheck implements Check {
  private static final Set<String> RUNNING = Set.of("updating", "creating", "deleting");

  private final Cloud cloud;
  private final Duration within;
  private final @Nullable SettledRead settled;

  OperationCheck(Cloud cloud, Duration within) {
    this(cloud, within, null);
  }

  private OperationCheck(Cloud cloud, Duration within, @Nullable SettledRead settled) {
    this.cloud = cloud;
    this.within = within;
    this.settled = settled;
  }

  /** The same after a wait for what is used and not removed. */
  OperationCheck after(SettledRead wait) {
    return new OperationCheck(cloud, within, wait);
  }

  @Override
  public List<Objection> objections(Undertaking work) throws InterruptedException {
    await(work);
    List<String> running = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    Map<ResourceKey, Sight<Optional<ActualResource>>> seen =
        Glance.at(work.touched(), cloud::read, within);
    seen.forEach(
        (key, sight) -> {
          CloudException failure = sight.failure();
          Optional<ActualResource> found = sight.value();
          if (failure != null) {
            objections.add(unanswered(key, failure));
          } else if (found != null) {
            found.filter(OperationCheck::isRunning).ifPresent(r -> running.add(told(r)));
          }
        });
    if (!running.isEmpty()) {
      objections.add(0, refused(running));
    }
    return objections;
  }

  /**
   * Waits for what others may own and change at any time, such as a shared circuit. What is to be
   * removed was at rest when the plan was made; who changes it now is not known to the plan.
   */
  private void await(Undertaking work) throws InterruptedException {
    if (settled != null) {
      Set<ResourceKey> used = new LinkedHashSet<>(work.touched());
      used.removeAll(work.needs().removed());
      // What cannot be read or does not come to rest is told below.
      Glance.at(used, settled::read);
    }
  }

  private static boolean isRunning(ActualResource actual) {
    return RUNNING.contains(actual.provisioningState().toLowerCase(Locale.ROOT));
  }

  private static String told(ActualResource actual) {
    return actual.key() + " is " + actual.provisioningState();
  }

  private static Objection refused(List<String> running) {
    return new Objection(
        Question.OPERATIONS,
        Objection.Kind.REFUSED,
        "An operation is running: " + String.join(", ", running) + ".",
        "wait until it has ended, and run the goal again");
  }

  private static Objection unanswered(ResourceKey key, CloudException failure) {
    return Objection.unanswered(
        Question.OPERATIONS,
        "The state of the " + key,
        failure,
        "give this identity the role Reader on it");
  }
}
