package io.github.hybridnet.replay.cassette;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes a cassette of what one recorder writes. */
interface CassetteParser {

  /** Whether the file has the form of this recorder. */
  boolean isMeant(JsonNode root);

  /**
   * The cassette.
   *
   * @throws CassetteFormatException when something that it needs is missing
   */
  Cassette parse(String name, JsonNode root) throws CassetteFormatException;
}
