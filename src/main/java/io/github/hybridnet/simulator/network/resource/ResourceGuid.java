package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.ResourceRequest;

/** The guid that a resource gets at its first PUT and keeps. */
public final class ResourceGuid {
  private ResourceGuid() {}

  public static String of(ResourceRequest request) {
    String kept = JsonMembers.text(request.existing().orElse(null), "properties", "resourceGuid");
    return kept == null ? request.world().ids().guid() : kept;
  }
}
