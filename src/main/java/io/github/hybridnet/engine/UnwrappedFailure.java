package io.github.hybridnet.engine;

import java.util.concurrent.ExecutionException;

/** The exception that a task threw, without the wrapping of the executor. */
final class UnwrappedFailure {
  private UnwrappedFailure() {}

  /** The unchecked exception; an interruption of the task is thrown as such. */
  static RuntimeException of(ExecutionException e) throws InterruptedException {
    Throwable cause = e.getCause();
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException runtime ? runtime : new IllegalStateException(cause);
  }
}
