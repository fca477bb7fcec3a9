/**
 * Which paths exist over time: routes, BGP peers, connection states, counters.
 *
 * <p>Not here: the writes that change a path.
 *
 * <p>Read first: {@link DataPlaneModule}.
 */
@NullMarked
package io.github.hybridnet.simulator.network.routing;

import org.jspecify.annotations.NullMarked;
