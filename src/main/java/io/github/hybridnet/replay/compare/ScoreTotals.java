package io.github.hybridnet.replay.compare;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * The scores of several interactions.
 *
 * @param interactions how many
 * @param protocol those that are right by {@link ScoreAxis#PROTOCOL}
 * @param error those with the right code, of those that failed
 * @param body the mean share of members that are there, from 0 to 1; empty without recorded bodies
 * @param values the mean share of equal values, from 0 to 1
 */
public record ScoreTotals(
    int interactions,
    EqualShare protocol,
    EqualShare error,
    OptionalDouble body,
    OptionalDouble values) {

  /** The totals of some steps; each counts the same, however long its body is. */
  public static ScoreTotals of(List<StepScore> steps) {
    return new ScoreTotals(
        steps.size(),
        sum(steps, StepScore::protocol),
        sum(steps, StepScore::error),
        mean(steps, StepScore::body),
        mean(steps, StepScore::values));
  }

  private static EqualShare sum(List<StepScore> steps, Function<StepScore, EqualShare> axis) {
    return steps.stream().map(axis).reduce(EqualShare.none(), EqualShare::plus);
  }

  private static OptionalDouble mean(List<StepScore> steps, Function<StepScore, EqualShare> axis) {
    return steps.stream()
        .map(axis)
        .filter(share -> !share.isEmpty())
        .mapToDouble(EqualShare::value)
        .average();
  }
}
