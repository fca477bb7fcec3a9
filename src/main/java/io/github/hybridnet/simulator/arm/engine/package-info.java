/**
 * Carries a request out in a transaction, and what is due later.
 *
 * <p>Not here: HTTP ({@code simulator.arm.endpoint}) and stored tables ({@code
 * simulator.arm.store}).
 *
 * <p>Read first: {@link SimulationEngine}.
 */
@NullMarked
package io.github.hybridnet.simulator.arm.engine;

import org.jspecify.annotations.NullMarked;
