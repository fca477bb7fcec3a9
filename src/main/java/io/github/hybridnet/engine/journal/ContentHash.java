package io.github.hybridnet.engine.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a text, by which a file is found again or seen to be whole. */
public final class ContentHash {
  /** How many characters {@link #of} has. */
  static final int LENGTH = 64;

  private ContentHash() {}

  /** The hash of the text in UTF-8, as hexadecimal digits in lower case. */
  public static String of(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
