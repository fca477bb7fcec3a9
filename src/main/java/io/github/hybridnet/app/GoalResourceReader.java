package io.github.hybridnet.app;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.CloudClient;
import java.util.Optional;

/** Reads single resources; a failed read becomes the goals' own failure. */
public final class GoalResourceReader {
  private GoalResourceReader() {}

  public static Optional<ActualResource> read(CloudClient cloudClient, ResourceKey key) {
    try {
      return cloudClient.read(key);
    } catch (CloudException failure) {
      throw GoalProblems.unreadable(failure);
    }
  }
}
