/** simulator.network.relation. */
@NullMarked
package io.github.hybridnet.simulator.network.relation;

import org.jspecify.annotations.NullMarked;
