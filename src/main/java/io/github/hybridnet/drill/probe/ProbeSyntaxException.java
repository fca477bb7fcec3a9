package io.github.hybridnet.drill.probe;

/** Something is wrong with a probe as it is written. The message holds nothing of its value. */
final class ProbeSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  ProbeSyntaxException(String message) {
    super(message);
  }
}
