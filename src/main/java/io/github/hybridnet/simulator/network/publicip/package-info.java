/**
 * Public IP addresses.
 *
 * <p>Not here: who uses one ({@code simulator.network.relation}).
 *
 * <p>Read first: {@link PublicIpModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.publicip;

import org.jspecify.annotations.NullMarked;
