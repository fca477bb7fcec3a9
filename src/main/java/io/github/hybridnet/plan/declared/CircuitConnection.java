package io.github.hybridnet.plan.declared;

import io.github.hybridnet.arm.ResourceKey;

/**
 * A declared ExpressRoute connection, and where it leads.
 *
 * @param connection the connection
 * @param circuit the circuit, which may be in another group or subscription
 * @param isAuthorizedByKey whether the parameter files have an authorization key of the circuit
 */
public record CircuitConnection(
    ResourceKey connection, ResourceKey circuit, boolean isAuthorizedByKey) {}
