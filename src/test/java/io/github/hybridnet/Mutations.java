package io.github.hybridnet;

import java.util.Arrays;
import java.util.Random;

/** Changes of small files and texts, as damaged disks and other people make them. */
public final class Mutations {
  private static final String PIECES = " =/-\n\\\0:0Z";

  private Mutations() {}

  /** One to three random changes: a byte replaced, removed, doubled, or a piece cut out. */
  public static byte[] of(byte[] original, Random random) {
    byte[] changed = original.clone();
    for (int i = random.nextInt(3); i >= 0; i--) {
      changed = once(changed, random);
    }
    return changed;
  }

  private static byte[] once(byte[] text, Random random) {
    if (text.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(text.length);
    int end = at + 1 + random.nextInt(text.length - at);
    return switch (random.nextInt(5)) {
      case 0 -> Arrays.copyOf(text, at);
      case 1 -> joined(text, at, new byte[0], end);
      case 2 -> joined(text, at, Arrays.copyOfRange(text, at, end), at);
      case 3 ->
          joined(text, at, new byte[] {(byte) PIECES.charAt(random.nextInt(PIECES.length()))}, at);
      default -> joined(text, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
    };
  }

  private static byte[] joined(byte[] text, int begin, byte[] middle, int from) {
    byte[] joined = Arrays.copyOf(text, begin + middle.length + text.length - from);
    System.arraycopy(middle, 0, joined, begin, middle.length);
    System.arraycopy(text, from, joined, begin + middle.length, text.length - from);
    return joined;
  }
}
