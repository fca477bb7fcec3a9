package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.nio.charset.StandardCharsets;
import reactor.core.publisher.Mono;

/**
 * Takes secrets out of refusals before anybody reads them: a service may repeat what it was sent,
 * and the libraries log what it says.
 */
final class CleanRefusals implements HttpPipelinePolicy {
  private static final int FIRST_REFUSAL = 400;

  private final Scrubber scrubber;

  CleanRefusals(Scrubber scrubber) {
    this.scrubber = scrubber;
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    return next.process().map(this::cleaned);
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    return cleaned(next.processSync());
  }

  private HttpResponse cleaned(HttpResponse response) {
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
