/** simulator.network.gateway. */
@NullMarked
package io.github.hybridnet.simulator.network.gateway;

import org.jspecify.annotations.NullMarked;
