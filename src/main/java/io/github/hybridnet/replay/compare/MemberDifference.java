package io.github.hybridnet.replay.compare;

/**
 * One thing that the simulator answers otherwise.
 *
 * @param axis by which it counts
 * @param member the path of the member without indices, such as {@code
 *     properties.ipConfigurations[].name}; the number of elements ends with {@code [#]}. Before the
 *     result of an operation stands {@code end: }. For a difference outside of the body it is what
 *     differs, such as {@code status} or {@code header retry-after}
 * @param recorded the recorded value as JSON
 * @param simulated the simulated value as JSON, or {@code absent}
 */
public record MemberDifference(ScoreAxis axis, String member, String recorded, String simulated) {}
