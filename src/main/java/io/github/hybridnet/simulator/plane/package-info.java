/** A TCP service on loopback that can be reached exactly while a path to it exists. */
@NullMarked
package io.github.hybridnet.simulator.plane;

import org.jspecify.annotations.NullMarked;
