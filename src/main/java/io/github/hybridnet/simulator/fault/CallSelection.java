package io.github.hybridnet.simulator.fault;

/**
 * Which of the calls that match are affected.
 *
 * @param from the number of the first one, counted from 1
 * @param every 1 for each one from there on, 2 for every other one, and so on
 * @param times how many at most
 * @param chance with which probability each of them is
 * @param perResource whether each resource has a count of its own
 */
record CallSelection(long from, long every, long times, Chance chance, boolean perResource) {

  /**
   * A probability that depends on nothing but the seed, the resource and the number of the call.
   *
   * @param probability from 0 to 1
   * @param seed the rule's own
   */
  record Chance(double probability, long seed) {

    boolean hits(String key, long number) {
      return probability >= 1 || draw(key, number) < probability;
    }

    /** SplitMix64, written out so that it is the same in every Java. */
    private double draw(String key, long number) {
      long z = seed + 0x9E3779B97F4A7C15L * (31L * key.hashCode() + number + 1);
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
  }

  /** Whether the call of this number is affected, if so many were before it. */
  boolean affects(String key, long number, long already) {
    return number >= from
        && (number - from) % every == 0
        && already < times
        && chance.hits(key, number);
  }
}
