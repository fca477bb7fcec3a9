package io.github.hybridnet.azure.json;

import java.io.IOException;

/**
 * An answer that is not of the form that was asked for. Its message says what is wrong with the
 * form, and quotes nothing of the answer, which may hold a secret that is not known yet.
 */
public final class MalformedAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong, as in {@code the body is empty}. */
  public MalformedAnswerException(String wrong) {
    super(wrong);
  }
}
