/** simulator.network.routing. */
@NullMarked
package io.github.hybridnet.simulator.network.routing;

import org.jspecify.annotations.NullMarked;
