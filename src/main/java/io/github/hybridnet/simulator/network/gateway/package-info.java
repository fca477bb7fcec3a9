/**
 * Virtual network gateways and local network gateways.
 *
 * <p>Not here: routes that a gateway learns ({@code simulator.network.routing}).
 *
 * <p>Read first: {@link GatewayModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.gateway;

import org.jspecify.annotations.NullMarked;
