package io.github.hybridnet.maven.goal;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.ResourceKey;
import java.util.Optional;

/** Reads single resources, and says it in the goals' words when that fails. */
final class CloudReads {
  private CloudReads() {}

  static Optional<ActualResource> read(Cloud cloud, ResourceKey key) {
    try {
      return cloud.read(key);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }
}
