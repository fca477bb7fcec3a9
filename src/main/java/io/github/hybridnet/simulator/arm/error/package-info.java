/** simulator.arm.error. */
@NullMarked
package io.github.hybridnet.simulator.arm.error;

import org.jspecify.annotations.NullMarked;
