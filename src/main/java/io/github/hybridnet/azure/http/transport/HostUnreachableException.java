package io.github.hybridnet.azure.http.transport;

import java.net.ConnectException;

/** A host that was not reached. Its message is the host's name, which Java does not say. */
public final class HostUnreachableException extends ConnectException {
  private static final long serialVersionUID = 1L;

  HostUnreachableException(String host, ConnectException cause) {
    super(host);
    initCause(cause);
  }
}
