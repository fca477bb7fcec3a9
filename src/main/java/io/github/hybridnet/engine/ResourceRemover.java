package io.github.hybridnet.engine;

import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;

/** Removes one resource, and tries again what can pass. */
final class ResourceRemover {
  private final Cloud cloud;
  private final EngineOptions options;
  private final Persistence persistence;
  private final RunningOperations operations;
  private final SettledRead resources;

  ResourceRemover(Workshop shop) {
    this.cloud = shop.cloud();
    this.options = shop.options();
    this.persistence = shop.persistence();
    this.operations = shop.operations();
    this.resources = shop.resources();
  }

  /** Removes the resource; one that is gone already is as well. */
  void remove(Task.Remove task) throws InterruptedException {
    Duration limit = options.timeouts().delete(task.key().type());
    persistence.until(
        task,
        limit,
        number -> {
          if (number == 1 || resources.read(task.key()).isPresent()) {
            delete(task.key(), limit);
          } else {
            operations.ended(task.key());
          }
          return task;
        });
  }

  private void delete(ResourceKey key, Duration limit) throws InterruptedException {
    try {
      cloud.delete(key, operations.call(key, EngineEvent.Work.REMOVE, limit));
      operations.ended(key);
    } catch (CloudException failure) {
      operations.ended(key, failure);
      throw failure;
    }
  }
}
