/** simulator.arm.engine. */
@NullMarked
package io.github.hybridnet.simulator.arm.engine;

import org.jspecify.annotations.NullMarked;
