package io.github.hybridnet.simulator.network.resource;

import io.github.hybridnet.simulator.arm.ResourceTypeDefinition;

/** A group of calls that a type offers below its resources. */
@FunctionalInterface
public interface ResourceCalls {
  /** Adds them to the description of the type. */
  ResourceTypeDefinition.Builder addTo(ResourceTypeDefinition.Builder type);
}
