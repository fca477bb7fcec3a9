package io.github.hybridnet.text;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the user can understand and act on. Its message is complete: code, what happened,
 * what to do. Causes are attached as suppressed exceptions, because Maven prints the message of
 * every cause.
 */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final Kind kind;

  /** Why the build stops, which decides on Maven's exception. */
  public enum Kind {
    /** A check has refused the work. */
    REFUSED,
    /** The work could not be done. */
    UNABLE
  }

  /**
   * Creates a failure with its whole message.
   *
   * @param kind refused or unable
   * @param code such as {@code HN3001}
   * @param what what happened, with the resource and the value; never a secret
   * @param fix what to do
   * @param detail the underlying exception, for debug output only
   */
  public UserException(
      Kind kind, String code, String what, String fix, @Nullable Throwable detail) {
    super(code + ": " + what + System.lineSeparator() + "  Fix: " + fix);
    this.code = code;
    this.kind = kind;
    if (detail != null) {
      addSuppressed(detail);
    }
  }

  /** Something that could not be done. */
  public static UserException unable(
      String code, String what, String fix, @Nullable Throwable detail) {
    return new UserException(Kind.UNABLE, code, what, fix, detail);
  }

  /** Something that was examined and refused. */
  public static UserException refused(String code, String what, String fix) {
    return new UserException(Kind.REFUSED, code, what, fix, null);
  }

  /** The number of the failure. */
  public String code() {
    return code;
  }

  /** Whether the work was refused or could not be done. */
  public Kind kind() {
    return kind;
  }
}
