package io.github.hybridnet.azure.http.transport;

import java.io.IOException;

/** An answer that is larger than any of Azure's. */
public final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super("The answer has more than " + limit + " bytes, more than any of Azure's.");
  }
}
