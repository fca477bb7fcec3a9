package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Additions;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes one resource, and tries again what can pass. */
final class ResourceRemover {
  /** What a resource keeps as long as it stands. */
  private static final String IDENTITY = "resourceGuid";

  private final Workshop shop;

  ResourceRemover(Workshop shop) {
    this.shop = shop;
  }

  /**
   * Removes the resource; one that is gone already is as well.
   *
   * @param again whether what stands may be another resource than the plan knows
   */
  void remove(Task.Remove task, boolean again) throws InterruptedException {
    Duration limit = shop.options().timeouts().delete(task.key().type());
    shop.persistence()
        .until(
            task,
            limit,
            number -> {
              if ((number == 1 && !again) || isStillThere(task.removal())) {
                delete(task.key(), limit);
              }
              shop.ended(task.key());
              return task;
            });
  }

  private boolean isStillThere(Removal planned) throws InterruptedException {
    Optional<ActualResource> now = shop.resources().read(planned.key());
    if (now.isPresent()) {
      requireUntouched(planned.actual(), now.get());
    }
    return now.isPresent();
  }

  /** Nobody has agreed to remove what somebody else made since, in its place or inside of it. */
  private static void requireUntouched(ActualResource planned, ActualResource now) {
    if (isAnother(planned, now)) {
      throw leftAlone(
          planned.key(), "MadeAnewMeanwhile", "was removed and made anew by somebody else");
    }
    List<String> added = Additions.since(planned, now);
    if (!added.isEmpty()) {
      throw leftAlone(planned.key(), "ChangedMeanwhile", "has got " + String.join(", ", added));
    }
  }

  private static boolean isAnother(ActualResource planned, ActualResource now) {
    Object before = planned.observed().get(IDENTITY);
    Object after = now.observed().get(IDENTITY);
    return before != null && after != null && !before.equals(after);
  }

  private static CloudException leftAlone(ResourceKey key, String code, String what) {
    return new CloudException(
        CloudException.Kind.REFUSED,
        code,
        "The "
            + key
            + " "
            + what
            + " since the plan was made, and is left alone; run the goal again",
        CloudException.Answer.NONE,
        null);
  }

  private void delete(ResourceKey key, Duration limit) throws InterruptedException {
    try {
      shop.cloud().delete(key, shop.call(key, limit));
    } catch (CloudException failure) {
      shop.ended(key, failure);
      throw failure;
    }
  }
}
