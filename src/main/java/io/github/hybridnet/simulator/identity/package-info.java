/** Sign-in: the metadata of the simulated cloud and its token endpoints. */
@NullMarked
package io.github.hybridnet.simulator.identity;

import org.jspecify.annotations.NullMarked;
