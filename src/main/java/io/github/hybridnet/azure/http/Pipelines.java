package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import java.net.URI;

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
    return pipeline(new EndpointGuard(endpoint), new BearerToken(tokens, scope));
  }

  /** Without a token, for one endpoint: metadata, and sign-in, which sends secrets of its own. */
  public HttpPipeline guarded(URI endpoint) {
    return pipeline(new EndpointGuard(endpoint));
  }

  /** Without a guard, for managed identity, whose endpoint the machine names. */
  public HttpPipeline open() {
    return pipeline();
  }

  private HttpPipeline pipeline(HttpPipelinePolicy... policies) {
    HttpPipelinePolicy[] all = new HttpPipelinePolicy[policies.length + 3];
    all[0] = new RequestIdPolicy();
    all[1] = new UserAgentPolicy(USER_AGENT);
    all[2] = new CleanRefusals(scrubber);
    System.arraycopy(policies, 0, all, 3, policies.length);
    return new HttpPipelineBuilder().httpClient(client).policies(all).build();
  }
}
