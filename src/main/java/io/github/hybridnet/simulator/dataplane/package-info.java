/**
 * A TCP service on loopback that can be reached only while a path to it exists.
 *
 * <p>Not here: which path exists ({@code simulator.network.routing}).
 *
 * <p>Read first: {@link SiteService}.
 */
@NullMarked
package io.github.hybridnet.simulator.dataplane;

import org.jspecify.annotations.NullMarked;
