package io.github.hybridnet.azure.http;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.OwnErrorCode;
import java.net.URI;
import java.net.URL;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses every request to a scheme, host or port that the user did not configure. It comes before
 * the policy that attaches the token: answers name other addresses (operations, locations, next
 * pages), and the SDK follows them wherever they lead, with the token.
 */
public final class EndpointGuardPolicy extends HttpPipelineSyncPolicy {
  private final Set<String> origins;

  /** Lets requests pass to these endpoints only. */
  public EndpointGuardPolicy(URI... endpoints) {
    this.origins =
        Stream.of(endpoints)
            .map(e -> origin(e.getScheme(), e.getHost(), e.getPort()))
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  protected void beforeSendingRequest(HttpPipelineCallContext context) {
    URL url = context.getHttpRequest().getUrl();
    String origin = origin(url.getProtocol(), url.getHost(), url.getPort());
    boolean named = url.getUserInfo() == null && origins.contains(origin);
    if (!named) {
      throw CloudException.ofOurs(
          CloudException.Kind.REFUSED,
          OwnErrorCode.FOREIGN_ENDPOINT,
          "The service pointed to "
              + origin
              + ", which is not a configured endpoint ("
              + String.join(", ", origins.stream().sorted().toList())
              + "); nothing was sent there.");
    }
  }

  private static String origin(String scheme, String host, int port) {
    boolean https = scheme.equalsIgnoreCase("https");
    int effective = port == -1 ? (https ? 443 : 80) : port;
    return (scheme + "://" + host + ":" + effective).toLowerCase(Locale.ROOT);
  }
}
