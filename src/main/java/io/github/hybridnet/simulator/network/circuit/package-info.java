/**
 * ExpressRoute circuits, their peerings and authorizations, and the connectivity provider.
 *
 * <p>Not here: routes over a circuit ({@code simulator.network.routing}).
 *
 * <p>Read first: {@link CircuitModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.circuit;

import org.jspecify.annotations.NullMarked;
