package io.github.hybridnet.drill.path;

/**
 * Whether something about a path is proved, and by what.
 *
 * @param answer whether it is so
 * @param text what was seen, as a sentence
 */
public record ProofResult(ProofAnswer answer, String text) {

  /** Whether the question is proved to be so. */
  public enum ProofAnswer {
    /** It is proved to be so. */
    YES,
    /** It is proved not to be so. */
    NO,
    /** Azure does not report enough to decide. */
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
