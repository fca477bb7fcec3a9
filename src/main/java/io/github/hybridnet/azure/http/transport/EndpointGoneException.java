package io.github.hybridnet.azure.http.transport;

import java.net.ConnectException;
import java.net.URI;

/** Nothing listens at an address of this machine: what ran there has ended, and waiting is vain. */
public final class EndpointGoneException extends ConnectException {
  private static final long serialVersionUID = 1L;

  EndpointGoneException(URI endpoint) {
    super(
        "Nothing listens at "
            + endpoint.getScheme()
            + "://"
            + endpoint.getRawAuthority()
            + ". If a simulator ran there, it has ended.");
  }
}
