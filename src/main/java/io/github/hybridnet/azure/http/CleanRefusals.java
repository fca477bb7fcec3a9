package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import java.nio.charset.StandardCharsets;

/**
 * Takes secrets out of refusals before anybody reads them: a service may repeat what it was sent,
 * and the libraries log what it says.
 */
final class CleanRefusals extends HttpPipelineSyncPolicy {
  private static final int FIRST_REFUSAL = 400;

  private final Scrubber scrubber;

  CleanRefusals(Scrubber scrubber) {
    this.scrubber = scrubber;
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    if (response.getStatusCode() < FIRST_REFUSAL) {
      return response;
    }
    String body = scrubber.clean(response.getBodyAsBinaryData().toString());
    return new BufferedResponse(
        response.getRequest(),
        response.getStatusCode(),
        response.getHeaders(),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
