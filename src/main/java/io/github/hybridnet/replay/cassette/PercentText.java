package io.github.hybridnet.replay.cassette;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Decodes characters of an address; a plus sign stays one. */
final class PercentText {
  private PercentText() {}

  /** The text, or itself if its percent signs are no encoding. */
  static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
