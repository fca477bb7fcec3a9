/**
 * Virtual networks, subnets and network peerings.
 *
 * <p>Not here: gateways in a subnet ({@code simulator.network.gateway}).
 *
 * <p>Read first: {@link VirtualNetworkModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.vnet;

import org.jspecify.annotations.NullMarked;
