package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.CloudException;

/**
 * Why something should not be begun.
 *
 * @param question what was asked
 * @param kind what came of it
 * @param text one or more sentences
 * @param fix what to do, without a full stop
 * @param code the code of the answer that left the question open, such as {@code ResourceNotFound};
 *     empty where an answer came
 */
public record GuardObjection(
    GuardQuestion question, Kind kind, String text, String fix, String code) {

  /** An objection that an answer raised. */
  public GuardObjection(GuardQuestion question, Kind kind, String text, String fix) {
    this(question, kind, text, fix, "");
  }

  /** What came of a question. */
  public enum Kind {
    /** It would be refused. */
    REFUSED,
    /** This identity may not ask. */
    NOT_ALLOWED,
    /** There was no answer. */
    NO_ANSWER,
    /** The answer was not one to this question. */
    UNREADABLE,
    /** The answer says that it is not known. */
    UNKNOWN
  }

  /** Whether nothing is begun because of it. */
  public boolean stops(boolean irreversible) {
    return kind == Kind.REFUSED || (irreversible && kind != Kind.UNKNOWN);
  }

  /**
   * Of a question that was not answered.
   *
   * @param right what to do when this identity may not ask
   */
  public static GuardObjection unanswered(
      GuardQuestion guardQuestion, String what, CloudException failure, String right) {
    Kind kind = kind(failure);
    String fix =
        switch (kind) {
          case NOT_ALLOWED -> right;
          case UNREADABLE ->
              "find out which server or proxy answers in place of Azure, and run the goal again";
          default -> "run the goal again";
        };
    String happened =
        switch (kind) {
          case NOT_ALLOWED -> what + " cannot be read by this identity";
          case UNREADABLE -> what + " cannot be read, because the answer is not Azure's";
          default -> what + " cannot be read";
        };
    String text = happened + ": " + failure.inWords() + ".";
    return new GuardObjection(guardQuestion, kind, text, fix, failure.code());
  }

  private static Kind kind(CloudException failure) {
    if (failure.isForbidden()) {
      return Kind.NOT_ALLOWED;
    }
    return failure.kind() == CloudException.Kind.UNREADABLE ? Kind.UNREADABLE : Kind.NO_ANSWER;
  }
}
