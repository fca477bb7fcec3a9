package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;

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
              if (number == 1 || shop.resources().read(task.key()).isPresent()) {
                delete(task.key(), limit);
              }
              shop.ended(task.key());
              return task;
            });
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
