/**
 * Connections of gateways, their keys and tunnels.
 *
 * <p>Not here: whether a connection is connected ({@code simulator.network.routing}).
 *
 * <p>Read first: {@link ConnectionModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.connection;

import org.jspecify.annotations.NullMarked;
