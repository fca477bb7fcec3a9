/** simulator.network.vnet. */
@NullMarked
package io.github.hybridnet.simulator.network.vnet;

import org.jspecify.annotations.NullMarked;
