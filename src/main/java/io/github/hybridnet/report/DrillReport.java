package io.github.hybridnet.report;

import io.github.hybridnet.drill.run.DrillResult;
import java.util.List;
import java.util.Optional;

/**
 * What the files about a drill are made of.
 *
 * @param cloud the cloud's name as the user gave it
 * @param result what the drill did and saw
 * @param readiness how ready the network is, if it was only observed
 */
public record DrillReport(String cloud, DrillResult result, Optional<Readiness> readiness) {

  /**
   * How ready a network is.
   *
   * @param score of 100
   * @param lines how that comes about
   */
  public record Readiness(int score, List<String> lines) {

    /** Copies the list, which cannot be changed afterwards. */
    public Readiness {
      lines = List.copyOf(lines);
    }
  }

  /** The report of a drill. */
  public static DrillReport of(String cloud, DrillResult result) {
    return new DrillReport(cloud, result, Optional.empty());
  }

  /** The same with a score. */
  public DrillReport withReadiness(int score, List<String> lines) {
    return new DrillReport(cloud, result, Optional.of(new Readiness(score, lines)));
  }
}
