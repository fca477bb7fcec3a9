package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * For requests to the machine itself, or to the host that it runs on: who does not answer at once
 * is not there.
 */
final class NearbyLimits implements HttpPipelinePolicy {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final String KEY = NearbyLimits.class.getName();

  /** How long such a request waits for an answer; empty for any other request. */
  static Optional<Duration> of(Context context) {
    return context.getData(KEY).map(Duration.class::cast);
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    context.setData(KEY, ANSWER_WITHIN);
    return next.process();
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    context.setData(KEY, ANSWER_WITHIN);
    return next.processSync();
  }
}
