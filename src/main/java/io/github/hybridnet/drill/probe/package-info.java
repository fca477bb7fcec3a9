/**
 * Sends probes on a fixed schedule.
 *
 * <p>Not here: what their results mean ({@code drill.measure}).
 *
 * <p>Read first: {@link ProbeSession}.
 */
@NullMarked
package io.github.hybridnet.drill.probe;

import org.jspecify.annotations.NullMarked;
