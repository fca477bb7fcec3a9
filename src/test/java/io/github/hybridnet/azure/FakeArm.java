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
import io.github.hybridnet.engine.Call;
import io.github.hybridnet.plan.ActualResource;
import io.github.hybridnet.plan.Bodies;
import io.github.hybridnet.plan.Change;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.DesiredResource.WriteRules;
import io.github.hybridnet.plan.Planner;
import io.github.hybridnet.plan.ResourceKey;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
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

  /** Reads a resource and changes it to what is declared. */
  public void change(ResourceKey key, Map<String, Object> declared) throws InterruptedException {
    DesiredResource desired =
        new DesiredResource(key, declared, List.of(), WriteRules.locking(key));
    ActualResource actual = cloud().read(key).orElseThrow();
    Change change = new Planner().change(desired, actual);
    cloud()
        .apply(change, Bodies.merge(actual.body(), declared), Call.within(Duration.ofMinutes(30)));
  }
}
