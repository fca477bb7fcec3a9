package io.github.hybridnet.azure.http;

import java.io.IOException;

/** An answer that is larger than any of Azure's. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1L;

  BodyTooLargeException(int limit) {
    super("The answer has more than " + limit + " bytes, more than any of Azure's.");
  }
}
