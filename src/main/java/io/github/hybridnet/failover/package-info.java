/**
 * The drill: takes ExpressRoute away, proves that the VPN carries the traffic, and puts it back.
 */
@NullMarked
package io.github.hybridnet.failover;

import org.jspecify.annotations.NullMarked;
