package io.github.hybridnet.replay.compare;

import java.util.List;

/**
 * The scores of one cassette.
 *
 * @param name of the cassette
 * @param recorded when; empty if the cassette does not say so
 * @param steps the interactions that were sent
 */
public record CassetteScore(String name, String recorded, List<StepScore> steps) {

  /** Copies the steps. */
  public CassetteScore {
    steps = List.copyOf(steps);
  }
}
