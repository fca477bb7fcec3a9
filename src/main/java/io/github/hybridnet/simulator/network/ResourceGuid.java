package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ArmRequest;

/** The guid that a resource gets at its first PUT and keeps. */
final class ResourceGuid {
  private ResourceGuid() {}

  static String of(ArmRequest request) {
    String kept = Json.text(request.existing().orElse(null), "properties", "resourceGuid");
    return kept == null ? request.world().ids().guid() : kept;
  }
}
