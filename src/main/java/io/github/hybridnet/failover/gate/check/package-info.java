/** The gates: each one thing that must hold before ExpressRoute is taken away. */
@NullMarked
package io.github.hybridnet.failover.gate.check;

import org.jspecify.annotations.NullMarked;
