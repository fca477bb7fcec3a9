/** Probes: requests to the other side of the network on a fixed schedule. */
@NullMarked
package io.github.hybridnet.failover.probe;

import org.jspecify.annotations.NullMarked;
