package io.github.hybridnet.drill.probe;

import java.time.Duration;

/**
 * One probe of a target, with its result.
 *
 * @param target its target's name
 * @param number which one of its target, from 0
 * @param at when it began, since the drill's begin
 * @param took how long until its answer, its failure or its time-out
 * @param ok whether the target answered in time
 * @param detail why not, in a few words; empty when it did
 */
public record ProbeSample(
    String target, long number, Duration at, Duration took, boolean ok, String detail) {}
