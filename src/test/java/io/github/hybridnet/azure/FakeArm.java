package io.github.hybridnet.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.http.transport.RetryingClient;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloudClient;
import io.github.hybridnet.azure.signin.token.TokenCache;
import io.github.hybridnet.engine.CloudClient.CallOptions;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.DeclaredResource.WriteRules;
import io.github.hybridnet.plan.diff.Planner;
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
  public final SecretScrubber scrubber = new SecretScrubber();
  public final CloudErrorTranslator errors = new CloudErrorTranslator(scrubber, time);

  /** A credential with a fixed token. */
  public static TokenCredential credential() {
    return request ->
        Mono.just(new AccessToken(TOKEN, OffsetDateTime.parse("2099-01-01T00:00:00Z")));
  }

  public HttpPipelineFactory pipelines() {
    return new HttpPipelineFactory(
        new RetryingClient(service, time, time), scrubber, TrafficListener.NONE);
  }

  public HttpPipeline pipeline() {
    return pipelines()
        .authenticated(
            ENDPOINT,
            new TokenCache(() -> credential, time, scrubber, errors::of),
            ENDPOINT + "/.default");
  }

  public LongRunningOperations operations() {
    return new LongRunningOperations(requests(), time, time);
  }

  public AzureCloudClient cloud() {
    return cloud(requests());
  }

  /** A cloud whose providers are asked for their versions. */
  public AzureCloudClient laggingCloud() {
    return cloud(requests().withListedVersions());
  }

  private ArmHttpClient requests() {
    return new ArmHttpClient(pipeline(), ENDPOINT, errors);
  }

  private AzureCloudClient cloud(ArmHttpClient requests) {
    return new AzureCloudClient(requests, operations(), scrubber);
  }

  /** Reads a resource and changes it to what is declared. */
  public void change(ResourceKey key, Map<String, Object> declared) throws InterruptedException {
    DeclaredResource desired =
        new DeclaredResource(key, declared, List.of(), WriteRules.locking(key));
    ActualResource actual = cloud().read(key).orElseThrow();
    ResourceChange resourceChange = new Planner().change(desired, actual);
    cloud()
        .apply(
            resourceChange,
            BodyMerge.merge(actual.body(), declared),
            CallOptions.within(Duration.ofMinutes(30)));
  }
}
