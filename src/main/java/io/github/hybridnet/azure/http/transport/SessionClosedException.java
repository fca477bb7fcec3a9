package io.github.hybridnet.azure.http.transport;

import java.io.IOException;

/** Somebody asked after the session had been closed. */
public final class SessionClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  SessionClosedException() {
    super("The session is closed.");
  }
}
