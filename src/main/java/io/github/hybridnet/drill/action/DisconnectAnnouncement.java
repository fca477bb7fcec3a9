package io.github.hybridnet.drill.action;

import java.util.List;

/**
 * What a drill would do.
 *
 * @param action what is done to Azure, as a sentence
 * @param blastRadius whom and what else that touches: connections, prefixes, systems
 * @param expectation what is to be expected of it
 * @param undoCommands the commands that undo it by hand, without a secret
 */
public record DisconnectAnnouncement(
    String action, List<String> blastRadius, String expectation, List<String> undoCommands) {

  /** Copies the lists, which cannot be changed afterwards. */
  public DisconnectAnnouncement {
    blastRadius = List.copyOf(blastRadius);
    undoCommands = List.copyOf(undoCommands);
  }
}
