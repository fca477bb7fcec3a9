package io.github.hybridnet.engine;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.plan.ResourceRemoval;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes one resource, and tries again what can pass. */
final class ResourceRemover {
  private final RunContext context;

  ResourceRemover(RunContext context) {
    this.context = context;
  }

  /**
   * Removes the resource; one that is gone already is as well. One that takes its parts with it is
   * looked at right before: what others have added since the plan was made is not theirs to lose.
   *
   * @param again whether the actual one may be another resource than the plan knows
   */
  void remove(PlanStep.Remove task, boolean again) throws InterruptedException {
    Duration limit = context.options().timeouts().delete(task.key().type());
    boolean known = !again && !task.removal().takesPartsWithIt();
    context.retry(
        task,
        limit,
        number -> {
          if ((number == 1 && known) || stillStands(task.removal())) {
            context.requests().delete(task.key(), limit);
          }
          context.ended(task.key());
          return task;
        });
  }

  private boolean stillStands(ResourceRemoval resourceRemoval) throws InterruptedException {
    Optional<ActualResource> now = context.resources().read(resourceRemoval.key());
    if (now.isPresent()) {
      requireUntouched(resourceRemoval, now.get());
    }
    return now.isPresent();
  }

  /** Nobody has agreed to remove what somebody else made since, in its place or inside of it. */
  private static void requireUntouched(ResourceRemoval resourceRemoval, ActualResource now) {
    if (now.isAnotherThan(resourceRemoval.actual())) {
      throw leftAlone(
          OwnErrorCode.RECREATED_MEANWHILE,
          "not removed, because somebody else deleted the resource and created it again during this"
              + " run");
    }
    List<String> added = resourceRemoval.added(now);
    if (!added.isEmpty()) {
      throw leftAlone(
          OwnErrorCode.ADDED_MEANWHILE,
          "not removed, because somebody else added this to the resource during this run: "
              + String.join(", ", added));
    }
  }

  private static CloudException leftAlone(String code, String what) {
    return CloudException.ofOurs(CloudException.Kind.REFUSED, code, what);
  }
}
