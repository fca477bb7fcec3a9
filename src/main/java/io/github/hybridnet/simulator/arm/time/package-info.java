/**
 * The simulated clock, and how long operations take.
 *
 * <p>Not here: what happens when time passes ({@code simulator.arm.engine}).
 *
 * <p>Read first: {@link SimulatedClock}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.time;

import org.jspecify.annotations.NullMarked;
