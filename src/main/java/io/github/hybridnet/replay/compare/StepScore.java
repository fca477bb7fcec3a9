package io.github.hybridnet.replay.compare;

import java.util.List;

/**
 * The scores of one interaction.
 *
 * @param number its place in the cassette, from 0
 * @param verb the method, or {@code LIST}
 * @param type the resource type with a list or an action at the end
 * @param path with the names of the cassette
 * @param protocol whether all of {@link ScoreAxis#PROTOCOL} is right
 * @param error whether the error code is right; empty where no failure was recorded
 * @param body the recorded members that are there
 * @param values the equal values
 * @param differences what differs, in the order of the axes
 */
public record StepScore(
    int number,
    String verb,
    String type,
    String path,
    EqualShare protocol,
    EqualShare error,
    EqualShare body,
    EqualShare values,
    List<MemberDifference> differences) {

  /** Copies the differences. */
  public StepScore {
    differences = List.copyOf(differences);
  }

  /** What was asked for: verb and type. */
  public String request() {
    return verb + " " + type;
  }
}
