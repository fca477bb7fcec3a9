/** What happens in the simulator, for whoever listens. */
@NullMarked
package io.github.hybridnet.simulator.event;

import org.jspecify.annotations.NullMarked;
