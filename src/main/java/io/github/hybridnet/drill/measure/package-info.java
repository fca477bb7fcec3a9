/**
 * Computes outages, availability and thresholds from probes and milestones. It waits for nothing
 * and reads no clock.
 *
 * <p>Not here: sending probes ({@code drill.probe}).
 *
 * <p>Read first: {@link ProbeMeasurement}.
 */
@NullMarked
package io.github.hybridnet.drill.measure;

import org.jspecify.annotations.NullMarked;
