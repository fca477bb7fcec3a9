package io.github.hybridnet.drill.measure;

import static io.github.hybridnet.drill.measure.DurationMath.earlier;
import static io.github.hybridnet.drill.measure.DurationMath.known;
import static io.github.hybridnet.drill.measure.DurationMath.later;
import static io.github.hybridnet.drill.measure.DurationMath.middle;
import static io.github.hybridnet.drill.measure.DurationMath.within;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An outage that is put together from one target's probes, in the order of their begin.
 *
 * <p>What the bounds rest on: packets of a probe that succeeded passed between its begin and its
 * answer; a packet of a probe that failed was lost between its begin and its reach.
 */
final class OutageEstimate {
  private final PrecedingProbes precedingProbes;
  private final ProbeSample first;
  private ProbeSample last;
  private long failed;
  private Duration latestBegin;
  private Duration judgedFrom = Duration.ZERO;
  private @Nullable ProbeSample firstAnswer;
  private @Nullable Duration latestEnd;
  private Duration lastAnswer = Duration.ZERO;

  /**
   * What was before the first probe that failed.
   *
   * @param newest the last probe before it that succeeded, if any did
   * @param certain the last one whose answer was there when it began: the path stood then
   * @param usual how long answers took
   */
  record PrecedingProbes(
      @Nullable ProbeSample newest, @Nullable ProbeSample certain, Duration usual) {}

  OutageEstimate(PrecedingProbes precedingProbes, ProbeSample first, Duration reach) {
    this.precedingProbes = precedingProbes;
    this.first = first;
    this.last = first;
    this.latestBegin = first.at().plus(reach);
  }

  /** A probe failed in it. */
  void failed(ProbeSample sample, Duration reach) {
    failed++;
    last = sample;
    latestBegin = earlier(latestBegin, sample.at().plus(reach));
    judgedFrom = later(judgedFrom, sample.at().plus(reach));
    firstAnswer = null;
    latestEnd = null;
  }

  /** A probe succeeded, the first ones perhaps before the outage: their packets overtook others. */
  void succeeded(ProbeSample sample) {
    if (firstAnswer == null) {
      firstAnswer = sample;
    }
    lastAnswer = later(lastAnswer, known(sample));
    if (sample.at().compareTo(judgedFrom) >= 0) {
      latestEnd = latestEnd == null ? known(sample) : earlier(latestEnd, known(sample));
    }
  }

  /** Whether a probe that began then, and failed, belongs to another outage. */
  boolean endedBy(Duration moment) {
    return latestEnd != null && latestEnd.compareTo(moment) <= 0;
  }

  /** Whether it may have begun after a moment. */
  boolean mayBeginAfter(Duration moment) {
    return latestBegin.compareTo(moment) >= 0;
  }

  /** Whether it may have stood at a moment or later. */
  boolean mayStandAfter(Duration moment) {
    return firstAnswer == null || latestEnd().compareTo(moment) > 0;
  }

  TargetOutage outage() {
    Duration least = earliestEnd().minus(latestBegin);
    Optional<Duration> end = Optional.ofNullable(firstAnswer).map(this::end);
    return new TargetOutage(
        first.target(),
        begin(),
        end,
        least.isNegative() ? Duration.ZERO : least,
        end.map(e -> latestEnd().minus(earliestBegin())),
        failed);
  }

  private Duration begin() {
    ProbeSample newest = precedingProbes.newest();
    Duration guess =
        newest == null ? first.at() : middle(newest.at().plus(precedingProbes.usual()), first.at());
    return within(earliestBegin(), guess, latestBegin);
  }

  private Duration end(ProbeSample answer) {
    Duration guess = middle(last.at(), answer.at());
    return later(begin(), within(earliestEnd(), guess, latestEnd()));
  }

  /** Where nothing was reached before, only what was seen counts. */
  Duration earliestBegin() {
    ProbeSample certain = precedingProbes.certain();
    return certain == null ? first.at() : certain.at();
  }

  Duration latestBegin() {
    return latestBegin;
  }

  Duration earliestEnd() {
    return last.at();
  }

  Duration latestEnd() {
    return latestEnd == null ? lastAnswer : latestEnd;
  }
}
