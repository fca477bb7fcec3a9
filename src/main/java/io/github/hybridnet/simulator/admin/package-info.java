/** The endpoints by which a test or a user steers the simulator. */
@NullMarked
package io.github.hybridnet.simulator.admin;

import org.jspecify.annotations.NullMarked;
