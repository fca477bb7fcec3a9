package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import io.github.hybridnet.azure.http.transport.ShortTimeoutPolicy;
import java.net.URI;

/**
 * The pipelines of a session. None of them logs: bodies hold keys, and headers hold tokens. None
 * registers resource providers, which would be an undeclared change.
 */
public final class HttpPipelineFactory {
  private static final String USER_AGENT = "hybridnet-maven-plugin";

  private final HttpClient client;
  private final SecretScrubber secretScrubber;
  private final TrafficListener listener;

  /**
   * Pipelines over a client that already retries.
   *
   * @param listener hears the traffic with Azure Resource Manager, and no other
   */
  public HttpPipelineFactory(
      HttpClient client, SecretScrubber secretScrubber, TrafficListener listener) {
    this.client = client;
    this.secretScrubber = secretScrubber;
    this.listener = listener;
  }

  /** For Azure Resource Manager: the guard, and behind it the token. */
  public HttpPipeline authenticated(URI endpoint, TokenSource tokens, String scope) {
    return pipeline(
        new TrafficPolicy(listener),
        new ErrorScrubbingPolicy(secretScrubber),
        new EndpointGuardPolicy(endpoint),
        new BearerTokenPolicy(tokens, scope));
  }

  /** Without a token, for one endpoint: metadata, and sign-in, which sends secrets of its own. */
  public HttpPipeline guarded(URI endpoint) {
    return pipeline(new ErrorScrubbingPolicy(secretScrubber), new EndpointGuardPolicy(endpoint));
  }

  /**
   * The same for an endpoint whose answers are read before the libraries see them.
   *
   * @param reader sees them with secrets taken out
   */
  public HttpPipeline read(HttpPipelinePolicy reader, URI endpoint) {
    return pipeline(
        new ListRemovalPolicy(),
        reader,
        new ErrorScrubbingPolicy(secretScrubber),
        new EndpointGuardPolicy(endpoint));
  }

  /** Without a guard, for managed identity, whose endpoint the machine names. */
  public HttpPipeline nearby(HttpPipelinePolicy reader) {
    return pipeline(
        new ListRemovalPolicy(),
        reader,
        new ErrorScrubbingPolicy(secretScrubber),
        new ShortTimeoutPolicy());
  }

  private HttpPipeline pipeline(HttpPipelinePolicy... policies) {
    return new HttpPipelineBuilder()
        .httpClient(client)
        .policies(new RequestIdPolicy(), new UserAgentPolicy(USER_AGENT))
        .policies(policies)
        .build();
  }
}
