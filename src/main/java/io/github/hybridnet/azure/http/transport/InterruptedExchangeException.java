package io.github.hybridnet.azure.http.transport;

/**
 * The thread was interrupted while it waited for an answer; its interrupted status is set. It
 * carries the interruption through the SDK, whose methods do not declare it.
 */
public final class InterruptedExchangeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private InterruptedExchangeException(InterruptedException cause) {
    super("Interrupted while waiting for an answer.", cause);
  }

  /** Sets the interrupted status again and wraps the interruption. */
  public static InterruptedExchangeException during(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new InterruptedExchangeException(cause);
  }
}
