package io.github.hybridnet.config.mapping;

/**
 * A part of the network cannot be built because something that it needs is missing or of a wrong
 * type. The schema check has reported it already, so there is no message.
 */
public final class UnreadablePartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnreadablePartException() {
    super(null, null, false, false);
  }
}
