/** simulator.network.circuit. */
@NullMarked
package io.github.hybridnet.simulator.network.circuit;

import org.jspecify.annotations.NullMarked;
