package io.github.hybridnet.azure.http;

import java.io.IOException;

/** Somebody asked after the session had been closed. */
final class SessionClosedException extends IOException {
  private static final long serialVersionUID = 1L;

  SessionClosedException() {
    super("The session is closed.");
  }
}
