package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;

/**
 * Hears each request to Azure Resource Manager with its answer. Sign-in and Key Vault are not heard
 * of. May be called by several threads at once, and never throws.
 */
public interface TrafficListener extends AutoCloseable {
  /** Hears nothing. */
  TrafficListener NONE =
      new TrafficListener() {
        @Override
        public void answered(HttpRequest request, HttpResponse response) {}

        @Override
        public void close() {}
      };

  /**
   * A request has been answered.
   *
   * @param response its body can be read again by others
   */
  void answered(HttpRequest request, HttpResponse response);

  /** Nothing more will be heard. */
  @Override
  void close();
}
