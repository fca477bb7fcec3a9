package io.github.hybridnet.drill.probe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The probes of one target. They are judged in the order of their numbers: one that is answered
 * while an earlier one is still waited for waits for its turn. Not safe for several threads.
 */
final class TargetProbes {
  private final ProbeTarget target;
  private final ProbeSchedule probeSchedule;
  private final ProbeListener listener;
  private final List<ProbeSample> judged = new ArrayList<>();
  private final TreeMap<Long, Optional<ProbeSample>> unjudged = new TreeMap<>();
  private boolean up = true;

  TargetProbes(ProbeTarget target, ProbeSchedule probeSchedule, ProbeListener listener) {
    this.target = target;
    this.probeSchedule = probeSchedule;
    this.listener = listener;
  }

  ProbeTarget target() {
    return target;
  }

  ProbeSchedule schedule() {
    return probeSchedule;
  }

  void begun(long number) {
    unjudged.put(number, Optional.empty());
  }

  void notSent(long number) {
    probeSchedule.failedToSend();
    abandoned(number);
  }

  void ended(ProbeSample sample) {
    unjudged.put(sample.number(), Optional.of(sample));
    judge();
  }

  /** Nobody will know its answer. */
  void abandoned(long number) {
    unjudged.remove(number);
    judge();
  }

  private void judge() {
    for (Map.Entry<Long, Optional<ProbeSample>> first = unjudged.firstEntry();
        first != null && first.getValue().isPresent();
        first = unjudged.firstEntry()) {
      unjudged.pollFirstEntry();
      judge(first.getValue().get());
    }
  }

  private void judge(ProbeSample sample) {
    judged.add(sample);
    if (sample.ok() == up) {
      return;
    }
    up = sample.ok();
    if (up) {
      listener.up(target, sample);
    } else {
      listener.down(target, sample);
    }
  }

  boolean isUp(Duration since, int probes) {
    List<ProbeSample> newest = judged.subList(Math.max(0, judged.size() - probes), judged.size());
    return newest.size() == probes
        && newest.stream().allMatch(sample -> sample.ok() && sample.at().compareTo(since) >= 0);
  }

  Optional<ProbeSample> newest() {
    return judged.isEmpty() ? Optional.empty() : Optional.of(judged.get(judged.size() - 1));
  }

  List<ProbeSample> judged() {
    return judged;
  }
}
