package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import java.net.URI;
import java.util.stream.Stream;

/**
 * The pipelines of a session. None of them logs: bodies hold keys, and headers hold tokens. None
 * registers resource providers, which would be a change that nobody declared.
 */
public final class Pipelines {
  private static final String USER_AGENT = "hybridnet-maven-plugin";

  private final HttpClient client;
  private final Scrubber scrubber;

  /** Pipelines over a client that already retries. */
  public Pipelines(HttpClient client, Scrubber scrubber) {
    this.client = client;
    this.scrubber = scrubber;
  }

  /** For Azure Resource Manager: the guard, and behind it the token. */
  public HttpPipeline authenticated(URI endpoint, TokenSource tokens, String scope) {
    return guardedBy(new EndpointGuard(endpoint), new BearerToken(tokens, scope));
  }

  /** Without a token, for one endpoint: metadata, and sign-in, which sends secrets of its own. */
  public HttpPipeline guarded(URI endpoint) {
    return guardedBy(new EndpointGuard(endpoint));
  }

  /**
   * The same for an endpoint whose answers are read before the libraries see them.
   *
   * @param reader sees them with secrets taken out
   */
  public HttpPipeline read(HttpPipelinePolicy reader, URI endpoint) {
    return pipeline(
        new ListRemovalPolicy(), reader, new CleanRefusals(scrubber), new EndpointGuard(endpoint));
  }

  /** Without a guard, for managed identity, whose endpoint the machine names. */
  public HttpPipeline nearby(HttpPipelinePolicy reader) {
    return pipeline(
        new ListRemovalPolicy(), reader, new CleanRefusals(scrubber), new NearbyLimits());
  }

  private HttpPipeline guardedBy(HttpPipelinePolicy... guards) {
    return pipeline(
        Stream.concat(Stream.of(new CleanRefusals(scrubber)), Stream.of(guards))
            .toArray(HttpPipelinePolicy[]::new));
  }

  private HttpPipeline pipeline(HttpPipelinePolicy... policies) {
    return new HttpPipelineBuilder()
        .httpClient(client)
        .policies(new RequestIdPolicy(), new UserAgentPolicy(USER_AGENT))
        .policies(policies)
        .build();
  }
}
