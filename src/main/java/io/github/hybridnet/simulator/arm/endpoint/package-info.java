/** simulator.arm.endpoint. */
@NullMarked
package io.github.hybridnet.simulator.arm.endpoint;

import org.jspecify.annotations.NullMarked;
