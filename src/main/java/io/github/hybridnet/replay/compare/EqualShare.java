package io.github.hybridnet.replay.compare;

/**
 * How many of some things are as recorded.
 *
 * @param right as recorded
 * @param of all of them; 0 if there is nothing to score
 */
public record EqualShare(int right, int of) {

  /** Both together. */
  EqualShare plus(EqualShare other) {
    return new EqualShare(right + other.right, of + other.of);
  }

  /** From 0 to 1; not for an empty share. */
  public double value() {
    return (double) right / of;
  }

  /** Whether there is nothing to score. */
  public boolean isEmpty() {
    return of == 0;
  }

  static EqualShare one(boolean right) {
    return new EqualShare(right ? 1 : 0, 1);
  }

  static EqualShare none() {
    return new EqualShare(0, 0);
  }
}
