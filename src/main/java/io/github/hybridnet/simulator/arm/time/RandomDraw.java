package io.github.hybridnet.simulator.arm.time;

import io.github.hybridnet.simulator.state.Sha256Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Two random numbers that follow from a seed and from what they are for: unlike those of a stream
 * that all share, they do not depend on which of several threads comes first.
 *
 * @param normal from the standard normal distribution
 * @param uniform from 0 (inclusive) to 1 (exclusive)
 */
public record RandomDraw(double normal, double uniform) {

  /** The numbers for the n-th use of this purpose. */
  public static RandomDraw of(long seed, String purpose, int number) {
    ByteBuffer start = ByteBuffer.allocate(Long.BYTES + Integer.BYTES).putLong(seed).putInt(number);
    ByteBuffer bytes =
        ByteBuffer.wrap(Sha256Digest.of(start.array(), purpose.getBytes(StandardCharsets.UTF_8)));
    // The method of Box and Muller; its logarithm needs a number above 0.
    double radius = Math.sqrt(-2 * Math.log(1 - fraction(bytes)));
    double angle = 2 * Math.PI * fraction(bytes);
    return new RandomDraw(radius * Math.cos(angle), fraction(bytes));
  }

  private static double fraction(ByteBuffer bytes) {
    return (bytes.getLong() >>> 11) * 0x1.0p-53;
  }
}
