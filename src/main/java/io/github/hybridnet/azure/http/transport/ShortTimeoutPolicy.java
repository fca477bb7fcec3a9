package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.Context;
import java.time.Duration;
import java.util.Optional;

/**
 * For requests to the machine itself, or to the host that it runs on: who does not answer at once
 * is not there.
 */
public final class ShortTimeoutPolicy extends HttpPipelineSyncPolicy {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(5);
  private static final String KEY = ShortTimeoutPolicy.class.getName();

  /** How long such a request waits for an answer; empty for any other request. */
  static Optional<Duration> of(Context context) {
    return context.getData(KEY).map(Duration.class::cast);
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    context.setData(KEY, ANSWER_WITHIN);
  }
}
