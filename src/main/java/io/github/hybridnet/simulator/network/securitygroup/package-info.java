/** simulator.network.securitygroup. */
@NullMarked
package io.github.hybridnet.simulator.network.securitygroup;

import org.jspecify.annotations.NullMarked;
