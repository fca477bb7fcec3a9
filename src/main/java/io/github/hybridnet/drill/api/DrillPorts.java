package io.github.hybridnet.drill.api;

import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import java.util.function.Supplier;

/**
 * The cloud, as the drill needs it.
 *
 * @param cloud reads and writes resources
 * @param views what gateways say of their routing
 * @param drills everything else
 * @param signIn how long the identity stays signed in
 */
public record DrillPorts(
    CloudClient cloud,
    GatewayRoutingClient views,
    DrillCloud drills,
    Supplier<SignInLifetime> signIn) {}
