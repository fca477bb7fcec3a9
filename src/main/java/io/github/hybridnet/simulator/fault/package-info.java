/**
 * Faults by rule: what goes wrong, when, and how it looks to the client.
 *
 * <p>Not here: how rules are sent to the simulator ({@code simulator.admin}).
 *
 * <p>Read first: {@link FaultInjector}.
 */
@NullMarked
package io.github.hybridnet.simulator.fault;

import org.jspecify.annotations.NullMarked;
