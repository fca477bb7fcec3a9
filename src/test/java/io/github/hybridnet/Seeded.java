package io.github.hybridnet;

import java.util.Random;

/**
 * Random trials: whatever goes wrong in them is told with the seed, and {@code
 * -Dhybridnet.test.seed=N} repeats them.
 */
public final class Seeded {
  private static final String PROPERTY = "hybridnet.test.seed";

  private Seeded() {}

  /** What is tried. */
  public interface Trials {
    void run(Random random) throws Exception;
  }

  /** Runs them with another seed each time, unless one is given. */
  public static void run(Trials trials) {
    long seed = Long.getLong(PROPERTY, System.nanoTime());
    try {
      trials.run(new Random(seed));
    } catch (Exception | Error e) {
      throw new AssertionError("-D" + PROPERTY + "=" + seed + " repeats this: " + e, e);
    }
  }
}
