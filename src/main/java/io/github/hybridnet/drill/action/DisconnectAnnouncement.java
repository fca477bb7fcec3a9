package io.github.hybridnet.drill.action;

import java.util.List;

/**
 * What a drill would do.
 *
 * @param lever what is done to Azure, as a sentence
 * @param blastRadius whom and what else that touches: connections, prefixes, systems
 * @param expectation what is to be expected of it
 * @param undo the commands that undo it by hand, without a secret
 */
public record DisconnectAnnouncement(
    String lever, List<String> blastRadius, String expectation, List<String> undo) {

  /** Copies the lists. */
  public DisconnectAnnouncement {
    blastRadius = List.copyOf(blastRadius);
    undo = List.copyOf(undo);
  }
}
