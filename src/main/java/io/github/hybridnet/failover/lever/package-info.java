/** The ways to take ExpressRoute away, each with its undo. */
@NullMarked
package io.github.hybridnet.failover.lever;

import org.jspecify.annotations.NullMarked;
