/**
 * Sends probes on a fixed schedule. Each kind is a {@link ProbeSpec}, which {@link ProbeParser}
 * reads, and a {@link Probe}, which {@link ProbePreparation} makes of it.
 *
 * <p>Not here: what their results mean ({@code drill.measure}).
 *
 * <p>Read first: {@link ProbeSession}.
 */
@NullMarked
package io.github.hybridnet.drill.probe;

import org.jspecify.annotations.NullMarked;
