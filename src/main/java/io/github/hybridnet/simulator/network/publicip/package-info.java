/** simulator.network.publicip. */
@NullMarked
package io.github.hybridnet.simulator.network.publicip;

import org.jspecify.annotations.NullMarked;
