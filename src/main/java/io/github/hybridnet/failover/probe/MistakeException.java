package io.github.hybridnet.failover.probe;

/** Something is wrong with a probe as it is written. The message holds nothing of its value. */
final class MistakeException extends Exception {
  private static final long serialVersionUID = 1L;

  MistakeException(String message) {
    super(message);
  }
}
