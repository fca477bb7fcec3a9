/** simulator.network.resource. */
@NullMarked
package io.github.hybridnet.simulator.network.resource;

import org.jspecify.annotations.NullMarked;
