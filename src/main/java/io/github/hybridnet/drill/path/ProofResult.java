package io.github.hybridnet.drill.path;

/**
 * What can be said of a path.
 *
 * @param answer whether it is so
 * @param text what was seen, as a sentence
 */
public record ProofResult(ProofAnswer answer, String text) {

  /** Whether something is so. */
  public enum ProofAnswer {
    /** It is. */
    YES,
    /** It is not. */
    NO,
    /** Azure does not tell. */
    UNKNOWN
  }

  static ProofResult yes(String text) {
    return new ProofResult(ProofAnswer.YES, text);
  }

  static ProofResult no(String text) {
    return new ProofResult(ProofAnswer.NO, text);
  }

  static ProofResult unknown(String text) {
    return new ProofResult(ProofAnswer.UNKNOWN, text);
  }

  /** Whether it is proved. */
  public boolean holds() {
    return answer == ProofAnswer.YES;
  }
}
