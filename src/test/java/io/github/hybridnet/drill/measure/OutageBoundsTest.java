package io.github.hybridnet.drill.measure;

import static io.github.hybridnet.drill.measure.SimulatedPath.millis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.hybridnet.drill.probe.ProbeSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of an outage is held against the truth, on many random paths. */
class OutageBoundsTest {
  private static final int PATHS = 3_000;
  private static final double ROUNDING = 0.001;

  private int premiseBroken;
  private int outages;
  private int single;
  private int withinOneInterval;

  /** One outage as measured, and the true outages that its probes were lost in. */
  private record Pair(OutageEstimate found, TargetOutage measured, List<double[]> causes) {
    double begin() {
      return causes.stream().mapToDouble(cause -> cause[0]).min().orElseThrow();
    }

    double end() {
      return causes.stream().mapToDouble(cause -> cause[1]).max().orElseThrow();
    }
  }

  @Test
  void theTruthLiesWithinTheBounds() {
    long first = new Random().nextLong();
    for (long seed = first; seed < first + PATHS; seed++) {
      check(new SimulatedPath(seed), seed);
    }
    System.Logger log = System.getLogger(OutageBoundsTest.class.getName());
    log.log(
        System.Logger.Level.INFO,
        "seed {0}: {1} outages; {2} of {3} lengths within one interval; premise broken on {4}"
            + " paths",
        Long.toString(first),
        outages,
        withinOneInterval,
        single,
        premiseBroken);
    assertThat(outages).isGreaterThan(PATHS / 2);
    assertThat(single).isGreaterThan(PATHS / 10);
    assertThat((double) premiseBroken / PATHS).as("seed %d", first).isLessThan(0.01);
    assertThat((double) withinOneInterval / single).as("seed %d", first).isGreaterThan(0.98);
  }

  private void check(SimulatedPath path, long seed) {
    NearbyProbes nearbyProbes = new NearbyProbes(path.samples);
    for (int i = 0; i < path.samples.size(); i++) {
      ProbeSample sample = path.samples.get(i);
      double lossAfter = path.losses.get(i) - millis(sample.at());
      if (!sample.ok() && lossAfter > millis(nearbyProbes.reach(i)) + ROUNDING) {
        premiseBroken++;
        return;
      }
    }
    for (Pair pair : pairs(path)) {
      outages++;
      OutageEstimate found = pair.found();
      checkBetween(found.earliestBegin(), pair.begin(), found.latestBegin(), seed);
      checkBetween(found.earliestEnd(), pair.end(), found.latestEnd(), seed);
      double truth = pair.end() - pair.begin();
      assertThat(millis(pair.measured().atLeast()))
          .as("at least, seed %d", seed)
          .isLessThanOrEqualTo(truth + ROUNDING);
      assertThat(millis(pair.measured().atMost().orElseThrow()))
          .as("at most, seed %d", seed)
          .isGreaterThanOrEqualTo(truth - ROUNDING);
      if (pair.causes().size() == 1 && isSlowEnough(path)) {
        checkErrors(path, pair, seed);
      }
    }
  }

  private static void checkBetween(Duration earliest, double truth, Duration latest, long seed) {
    assertThat(truth)
        .as("seed %d", seed)
        .isBetween(millis(earliest) - ROUNDING, millis(latest) + ROUNDING);
  }

  /** The conditions under which the page says how far the figures are off. */
  private static boolean isSlowEnough(SimulatedPath path) {
    return path.slowestAnswer <= path.interval / 4 && path.late <= path.interval / 4;
  }

  private void checkErrors(SimulatedPath path, Pair pair, long seed) {
    double begin = millis(pair.measured().begin());
    double end = millis(pair.measured().end().orElseThrow());
    assertThat(begin).as("begin, seed %d", seed).isCloseTo(pair.begin(), within(path.interval));
    assertThat(end).as("end, seed %d", seed).isCloseTo(pair.end(), within(path.interval));
    double error = Math.abs(end - begin - (pair.end() - pair.begin()));
    assertThat(error)
        .as("length, seed %d", seed)
        .isLessThanOrEqualTo(path.interval + path.late + path.slowestAnswer + ROUNDING);
    single++;
    if (error <= path.interval) {
      withinOneInterval++;
    }
  }

  private static List<Pair> pairs(SimulatedPath path) {
    List<ProbeSample> samples = new ArrayList<>(path.samples);
    List<Double> losses = new ArrayList<>();
    samples.sort(Comparator.comparing(ProbeSample::at));
    samples.stream()
        .filter(sample -> !sample.ok())
        .forEach(sample -> losses.add(path.losses.get((int) sample.number())));
    List<Pair> pairs = new ArrayList<>();
    for (OutageEstimate outageEstimate : new OutageFinder(samples).find()) {
      TargetOutage targetOutage = outageEstimate.outage();
      List<Double> mine = losses.subList(0, (int) targetOutage.failed());
      pairs.add(
          new Pair(
              outageEstimate,
              targetOutage,
              path.outages.stream()
                  .filter(o -> mine.stream().anyMatch(loss -> o[0] <= loss && loss < o[1]))
                  .toList()));
      mine.clear();
    }
    assertThat(losses).isEmpty();
    return pairs;
  }
}
