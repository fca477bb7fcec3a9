package io.github.hybridnet.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.RetryingClient;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloud;
import io.github.hybridnet.azure.signin.RememberedTokens;
import java.net.URI;
import java.time.OffsetDateTime;
import reactor.core.publisher.Mono;

/** A cloud over a scripted service, with a clock that nobody has to wait for. */
public final class FakeArm {
  public static final String TOKEN = "token-canary-7f3a";
  public static final URI ENDPOINT = URI.create("https://management.azure.com");

  public final FakeService service = new FakeService();
  public final ManualTime time = new ManualTime();
  public TokenCredential credential = credential();
  public final Scrubber scrubber = new Scrubber();
  public final ServiceErrors errors = new ServiceErrors(scrubber, time);

  /** A credential with a fixed token. */
  public static TokenCredential credential() {
    return request ->
        Mono.just(new AccessToken(TOKEN, OffsetDateTime.parse("2099-01-01T00:00:00Z")));
  }

  public Pipelines pipelines() {
    return new Pipelines(new RetryingClient(service, time, time), scrubber);
  }

  public HttpPipeline pipeline() {
    return pipelines()
        .authenticated(
            ENDPOINT,
            new RememberedTokens(() -> credential, time, scrubber, errors::of),
            ENDPOINT + "/.default");
  }

  public LongRunningOperations operations() {
    return new LongRunningOperations(pipeline(), errors, time, time);
  }

  public AzureCloud cloud() {
    return cloud(requests());
  }

  /** A cloud whose providers are asked for their versions. */
  public AzureCloud laggingCloud() {
    return cloud(requests().withListedVersions());
  }

  private ArmRequests requests() {
    return new ArmRequests(pipeline(), ENDPOINT, errors);
  }

  private AzureCloud cloud(ArmRequests requests) {
    return new AzureCloud(requests, operations(), scrubber);
  }
}
