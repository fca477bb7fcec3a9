/**
 * What the simulator keeps on disk, encrypted where it is secret.
 *
 * <p>Not here: tables in memory ({@code simulator.arm.store}) and the clock ({@code
 * simulator.arm.time}).
 *
 * <p>Read first: {@link StateFile}.
 */
@NullMarked
package io.github.hybridnet.simulator.state;

import org.jspecify.annotations.NullMarked;
