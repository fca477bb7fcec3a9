/** simulator.arm.id. */
@NullMarked
package io.github.hybridnet.simulator.arm.id;

import org.jspecify.annotations.NullMarked;
