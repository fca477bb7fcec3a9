/** simulator.dataplane. */
@NullMarked
package io.github.hybridnet.simulator.dataplane;

import org.jspecify.annotations.NullMarked;
