package io.github.hybridnet.failover.gate;

/**
 * What can be said of a path.
 *
 * @param answer whether it is so
 * @param text what was seen, as a sentence
 */
public record Proof(Answer answer, String text) {

  /** Whether something is so. */
  public enum Answer {
    /** It is. */
    YES,
    /** It is not. */
    NO,
    /** Azure does not tell. */
    UNKNOWN
  }

  static Proof yes(String text) {
    return new Proof(Answer.YES, text);
  }

  static Proof no(String text) {
    return new Proof(Answer.NO, text);
  }

  static Proof unknown(String text) {
    return new Proof(Answer.UNKNOWN, text);
  }

  /** Whether it is proved. */
  public boolean holds() {
    return answer == Answer.YES;
  }
}
