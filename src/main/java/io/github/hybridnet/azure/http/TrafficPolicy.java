package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/**
 * Tells a listener each answer as the goal gets it: the last of several attempts, and refusals with
 * their secrets taken out. What was refused before it was sent has no answer.
 */
final class TrafficPolicy extends HttpPipelineSyncPolicy {
  private final TrafficListener listener;

  TrafficPolicy(TrafficListener listener) {
    this.listener = listener;
  }

  @Override
  protected HttpResponse afterReceivedResponse(
      HttpPipelineCallContext context, HttpResponse response) {
    HttpResponse readable = response.buffer();
    listener.answered(context.getHttpRequest(), readable);
    return readable;
  }
}
