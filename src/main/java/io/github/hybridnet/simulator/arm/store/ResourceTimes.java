package io.github.hybridnet.simulator.arm.store;

import java.time.Instant;

/**
 * When a top-level resource was created and last changed.
 *
 * @param created simulated time
 * @param changed simulated time
 */
public record ResourceTimes(Instant created, Instant changed) {}
