package io.github.hybridnet.azure.http.transport;

import io.github.hybridnet.azure.settings.SourcedValue;
import java.net.ConnectException;

/** Nobody answers at the address of a proxy. Its message is for users. */
public final class ProxyUnreachableException extends ConnectException {
  private static final long serialVersionUID = 1L;

  ProxyUnreachableException(SourcedValue proxy, ConnectException cause) {
    super("The proxy " + proxy + " does not answer.");
    initCause(cause);
  }
}
