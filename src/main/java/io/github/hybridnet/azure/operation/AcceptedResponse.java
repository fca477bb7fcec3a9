package io.github.hybridnet.azure.operation;

import com.azure.core.http.HttpHeaders;

/**
 * The answer to a write: the service has begun, and may have ended.
 *
 * @param headers where and when to ask how it goes
 * @param body what the service answered; may hold secrets, and is never shown
 */
public record AcceptedResponse(HttpHeaders headers, String body) {

  /** Without the body, which may hold a secret. */
  @Override
  public String toString() {
    return "Accepted";
  }
}
