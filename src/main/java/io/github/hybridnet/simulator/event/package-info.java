/**
 * What happens in the simulator, for whoever listens.
 *
 * <p>Not here: deciding what happens ({@code simulator.arm.engine}).
 *
 * <p>Read first: {@link EventLog}.
 */
@NullMarked
package io.github.hybridnet.simulator.event;

import org.jspecify.annotations.NullMarked;
