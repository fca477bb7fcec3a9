/** simulator.arm.time. */
@NullMarked
package io.github.hybridnet.simulator.arm.time;

import org.jspecify.annotations.NullMarked;
