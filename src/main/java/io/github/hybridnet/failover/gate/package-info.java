/** What must hold before ExpressRoute is taken away, and what the gateways say of their paths. */
@NullMarked
package io.github.hybridnet.failover.gate;

import org.jspecify.annotations.NullMarked;
