package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.github.hybridnet.azure.http.transport.BufferedResponse;
import java.nio.charset.StandardCharsets;

/**
 * Removes secrets from refusals before they are read: a service may repeat what it was sent, and
 * the libraries log what it says.
 */
final class ErrorScrubbingPolicy extends HttpPipelineSyncPolicy {
  private static final int FIRST_REFUSAL = 400;

  private final SecretScrubber secretScrubber;

  ErrorScrubbingPolicy(SecretScrubber secretScrubber) {
    this.secretScrubber = secretScrubber;
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    if (response.getStatusCode() < FIRST_REFUSAL) {
      return response;
    }
    String body = secretScrubber.clean(response.getBodyAsBinaryData().toString());
    return new BufferedResponse(
        response.getRequest(),
        response.getStatusCode(),
        response.getHeaders(),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
