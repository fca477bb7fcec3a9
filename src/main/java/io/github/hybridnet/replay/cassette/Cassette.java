package io.github.hybridnet.replay.cassette;

import java.util.List;

/**
 * One recording of requests and their answers.
 *
 * @param name the file's name without its ending
 * @param recorded the day or the moment of the recording as the file has it; empty if it has none
 * @param hasRequestBodies whether the bodies of requests were recorded; without them nothing can be
 *     sent again
 * @param interactions in the order in which they were recorded
 */
public record Cassette(
    String name,
    String recorded,
    boolean hasRequestBodies,
    List<RecordedInteraction> interactions) {

  /** Copies the interactions. */
  public Cassette {
    interactions = List.copyOf(interactions);
  }
}
