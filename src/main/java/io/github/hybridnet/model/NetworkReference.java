package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * The virtual network that a parameter file belongs to.
 *
 * @param name the network's name
 * @param resourceGroup the group it is in
 * @param origin where it was written
 */
public record NetworkReference(
    String name, @Nullable String resourceGroup, PropertyLocations origin) {}
