package io.github.hybridnet.survival;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.http.CloudErrorTranslator;
import io.github.hybridnet.azure.http.HttpPipelineFactory;
import io.github.hybridnet.azure.http.SecretScrubber;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.http.transport.HttpStack;
import io.github.hybridnet.azure.http.transport.TlsContextFactory;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloudClient;
import io.github.hybridnet.azure.signin.token.TokenCache;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** The simulator, seen through a client that somebody has tampered with. */
final class HostileCloud implements CloudSession {
  private final SimulatorAccess access;
  private final HttpStack stack;
  private final AzureCloudClient cloud;

  HostileCloud(SimulatorAccess access, BuildTime time, UnaryOperator<HttpClient> tampering) {
    this.access = access;
    SecretScrubber secretScrubber = new SecretScrubber();
    CloudErrorTranslator errors = new CloudErrorTranslator(secretScrubber, time);
    this.stack = stack(access, time);
    HttpPipeline pipeline =
        new HttpPipelineFactory(
                tampering.apply(stack.client()), secretScrubber, TrafficListener.NONE)
            .authenticated(
                access.endpoint(),
                new TokenCache(
                    () ->
                        request ->
                            Mono.just(
                                new AccessToken(
                                    "a-token", OffsetDateTime.parse("2099-01-01T00:00:00Z"))),
                    time,
                    secretScrubber,
                    errors::of),
                access.endpoint() + "/.default");
    ArmHttpClient requests = new ArmHttpClient(pipeline, access.endpoint(), errors);
    this.cloud =
        new AzureCloudClient(
            requests, new LongRunningOperations(requests, time, time), secretScrubber);
  }

  private static HttpStack stack(SimulatorAccess access, BuildTime time) {
    try {
      return new HttpStack(TlsContextFactory.only(access.caCertificate()), null, time, time);
    } catch (java.io.IOException | java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public String endpoint() {
    return access.endpoint().toString();
  }

  @Override
  public String subscriptionId() {
    return access.credentials().subscriptionId();
  }

  @Override
  public List<String> banner() {
    return List.of();
  }

  @Override
  public SignInLifetime signIn() {
    return SignInLifetime.renewable("it is a test");
  }

  @Override
  public ChangeGuardClient questions() {
    return cloud.drills();
  }

  @Override
  public CloudClient cloud() {
    return cloud;
  }

  @Override
  public Optional<List<String>> zonesOf(Region region) {
    return cloud.zonesOf(subscriptionId(), region);
  }

  @Override
  public GatewayRoutingClient views() {
    return cloud.views();
  }

  @Override
  public DrillCloud drills() {
    return cloud.drills();
  }

  @Override
  public InsideViews inside() {
    return cloud.inside();
  }

  @Override
  public Secret resolve(Secret secret) {
    return secret;
  }

  @Override
  public void close() {
    stack.close();
  }
}
