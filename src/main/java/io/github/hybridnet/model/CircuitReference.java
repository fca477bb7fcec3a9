package io.github.hybridnet.model;

import org.jspecify.annotations.Nullable;

/**
 * The circuit that a connection leads to, by name, or by its whole id.
 *
 * @param name the circuit's name, or null when an id is given
 * @param resourceGroup its resource group, or null for the network's own
 * @param subscriptionId its subscription, or null for the network's own
 * @param id its resource id, or null
 * @param origin where it was written
 */
public record CircuitReference(
    @Nullable String name,
    @Nullable String resourceGroup,
    @Nullable String subscriptionId,
    @Nullable String id,
    PropertyLocations origin) {}
