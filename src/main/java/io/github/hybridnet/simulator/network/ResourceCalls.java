package io.github.hybridnet.simulator.network;

import io.github.hybridnet.simulator.arm.ResourceType;

/** A group of calls that a type offers below its resources. */
@FunctionalInterface
interface ResourceCalls {
  /** Adds them to the description of the type. */
  ResourceType.Builder addTo(ResourceType.Builder type);
}
