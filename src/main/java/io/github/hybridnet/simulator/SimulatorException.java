package io.github.hybridnet.simulator;

import org.jspecify.annotations.Nullable;

/** The simulator cannot start, attach or stop; the message is a sentence for the user. */
public final class SimulatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SimulatorException(String message) {
    super(message);
  }

  public SimulatorException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
