package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.Context;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * For requests to the machine itself, or to the host that it runs on: who does not answer at once
 * is not there.
 */
final class NearbyLimits implements HttpPipelinePolicy {
  static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final String KEY = NearbyLimits.class.getName();

  /** Whether a request has these limits. */
  static boolean applyTo(Context context) {
    return context.getData(KEY).isPresent();
  }

  @Override
  public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
    context.setData(KEY, true);
    return next.process();
  }

  @Override
  public HttpResponse processSync(
      HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
    context.setData(KEY, true);
    return next.processSync();
  }
}
