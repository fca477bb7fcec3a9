/** simulator.arm.store. */
@NullMarked
package io.github.hybridnet.simulator.arm.store;

import org.jspecify.annotations.NullMarked;
