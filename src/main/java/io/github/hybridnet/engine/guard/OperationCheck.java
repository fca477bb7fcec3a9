package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import io.github.hybridnet.engine.SettledResourceReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether what is changed or used is at rest. */
final class OperationCheck implements GuardCheck {
  private final CloudClient cloudClient;
  private final Duration within;
  private final @Nullable SettledResourceReader settled;

  OperationCheck(CloudClient cloudClient, Duration within) {
    this(cloudClient, within, null);
  }

  private OperationCheck(
      CloudClient cloudClient, Duration within, @Nullable SettledResourceReader settled) {
    this.cloudClient = cloudClient;
    this.within = within;
    this.settled = settled;
  }

  /** The same after a wait for what is used and not removed. */
  OperationCheck after(SettledResourceReader wait) {
    return new OperationCheck(cloudClient, within, wait);
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    await(work);
    List<String> running = new ArrayList<>();
    List<GuardObjection> objections = new ArrayList<>();
    Map<ResourceKey, ReadResult<Optional<ActualResource>>> seen =
        ParallelReader.at(work.touched(), cloudClient::read, within);
    seen.forEach(
        (key, readResult) -> {
          CloudException failure = readResult.failure();
          Optional<ActualResource> found = readResult.value();
          if (failure != null) {
            objections.add(unanswered(key, failure));
          } else if (found != null) {
            found.filter(ActualResource::isChanging).ifPresent(r -> running.add(text(r)));
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
  private void await(GuardedWork work) throws InterruptedException {
    if (settled != null) {
      Set<ResourceKey> used = new LinkedHashSet<>(work.touched());
      used.removeAll(work.needs().removed());
      // What cannot be read or does not come to rest is reported below.
      ParallelReader.at(used, settled::read);
    }
  }

  private static String text(ActualResource actual) {
    return actual.key().quoted() + " is '" + actual.provisioningState() + "'";
  }

  private static GuardObjection refused(List<String> running) {
    return new GuardObjection(
        GuardQuestion.OPERATIONS,
        GuardObjection.Kind.REFUSED,
        "An operation is still running in Azure: " + String.join(", ", running) + ".",
        "wait until the operation has ended, and run the goal again");
  }

  private static GuardObjection unanswered(ResourceKey key, CloudException failure) {
    return GuardObjection.unanswered(
        GuardQuestion.OPERATIONS,
        "The state of the " + key.quoted(),
        failure,
        "give this identity the role Reader on that resource");
  }
}
