/** simulator.network.connection. */
@NullMarked
package io.github.hybridnet.simulator.network.connection;

import org.jspecify.annotations.NullMarked;
