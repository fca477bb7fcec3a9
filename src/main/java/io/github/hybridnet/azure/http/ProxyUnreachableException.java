package io.github.hybridnet.azure.http;

import io.github.hybridnet.azure.Sourced;
import java.net.ConnectException;

/** Nobody answers at the address of a proxy. Its message is for users. */
final class ProxyUnreachableException extends ConnectException {
  private static final long serialVersionUID = 1L;

  ProxyUnreachableException(Sourced proxy, ConnectException cause) {
    super("The proxy " + proxy + " does not answer.");
    initCause(cause);
  }
}
