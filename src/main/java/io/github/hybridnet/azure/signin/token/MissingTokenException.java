package io.github.hybridnet.azure.signin.token;

/** Whoever was asked for a token answered without one. */
final class MissingTokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MissingTokenException() {
    super("the answer has no token");
  }
}
