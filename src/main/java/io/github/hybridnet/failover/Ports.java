package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.SignInTerm;
import java.util.function.Supplier;

/**
 * The cloud, as the drill needs it.
 *
 * @param cloud reads and writes resources
 * @param views what gateways say of their routing
 * @param drills everything else
 * @param signIn how long the identity stays signed in
 */
public record Ports(
    Cloud cloud, GatewayViews views, DrillCloud drills, Supplier<SignInTerm> signIn) {}
