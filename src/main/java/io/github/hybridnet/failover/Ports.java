package io.github.hybridnet.failover;

import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;

/**
 * The cloud, as the drill needs it.
 *
 * @param cloud reads and writes resources
 * @param views what gateways say of their routing
 * @param drills everything else
 */
public record Ports(Cloud cloud, GatewayViews views, DrillCloud drills) {}
