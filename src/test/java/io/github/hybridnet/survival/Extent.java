package io.github.hybridnet.survival;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** How much is tried: {@code -Dsurvival.extent}, {@code -Dsurvival.seed}. */
public enum Extent {
  /** In each build: whether it works at all. */
  SMOKE(1, 2, 1),
  /** Before each change lands: a sample, another one each time. */
  SAMPLE(4, 20, 1),
  /** Everything. */
  EXHAUSTIVE(Integer.MAX_VALUE, Integer.MAX_VALUE, 60);

  private static final int MOST_OF_FEW = 120;

  private final int kills;
  private final int faults;
  private final int histories;

  Extent(int kills, int faults, int histories) {
    this.kills = kills;
    this.faults = faults;
    this.histories = histories;
  }

  public static Extent chosen() {
    return valueOf(System.getProperty("survival.extent", "smoke").toUpperCase(Locale.ROOT));
  }

  /** The seed of this run, printed. */
  public static long seed() {
    long seed = Long.getLong("survival.seed", System.nanoTime());
    System.out.println("SURVIVAL " + chosen() + ", -Dsurvival.seed=" + seed);
    return seed;
  }

  /** Where builds are killed. */
  <T> List<T> kills(List<T> all, Random random) {
    return Scenario.sample(all, kills, random);
  }

  /** What goes wrong. */
  <T> List<T> faults(List<T> all, Random random) {
    return Scenario.sample(all, faults, random);
  }

  /** Fewer of those that take longer, or matter less. */
  <T> List<T> few(List<T> all, Random random) {
    return Scenario.sample(all, Math.min(kills, MOST_OF_FEW) / 2, random);
  }

  /** How many hostile answers each goal meets. */
  int hostileAnswers() {
    return this == SMOKE ? 2 : this == SAMPLE ? 15 : Integer.MAX_VALUE / 4;
  }

  /** How many networks others work on. */
  int histories() {
    return histories;
  }
}
