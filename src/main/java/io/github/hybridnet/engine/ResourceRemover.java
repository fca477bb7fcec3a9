package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Removal;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Removes one resource, and tries again what can pass. */
final class ResourceRemover {
  private final Workshop shop;

  ResourceRemover(Workshop shop) {
    this.shop = shop;
  }

  /** Removes the resource; one that is gone already is as well. */
  void remove(Task.Remove task) throws InterruptedException {
    Duration limit = shop.options().timeouts().delete(task.key().type());
    shop.persistence()
        .until(
            task,
            limit,
            number -> {
              if (stillStands(task, number)) {
                delete(task.key(), limit);
              }
              shop.ended(task.key());
              return task;
            });
  }

  private boolean stillStands(Task.Remove task, int attempt) throws InterruptedException {
    Removal removal = task.removal();
    if (attempt == 1 && !removal.takesPartsWithIt()) {
      return true;
    }
    Optional<ActualResource> now = shop.resources().read(task.key());
    List<String> added = now.map(removal::added).orElse(List.of());
    if (!added.isEmpty()) {
      throw new CloudException(
          CloudException.Kind.REFUSED,
          "AddedMeanwhile",
          "not removed, because others have added to it since this run looked: "
              + String.join(", ", added),
          CloudException.Answer.NONE,
          null);
    }
    return now.isPresent();
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
