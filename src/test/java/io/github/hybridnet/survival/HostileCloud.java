package io.github.hybridnet.survival;

import com.azure.core.credential.AccessToken;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipeline;
import io.github.hybridnet.azure.http.ArmRequests;
import io.github.hybridnet.azure.http.HttpStack;
import io.github.hybridnet.azure.http.Pipelines;
import io.github.hybridnet.azure.http.Scrubber;
import io.github.hybridnet.azure.http.ServiceErrors;
import io.github.hybridnet.azure.http.Trust;
import io.github.hybridnet.azure.operation.LongRunningOperations;
import io.github.hybridnet.azure.resource.AzureCloud;
import io.github.hybridnet.azure.signin.RememberedTokens;
import io.github.hybridnet.engine.Cloud;
import io.github.hybridnet.engine.GatewayViews;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.engine.guard.ChangeQuestions;
import io.github.hybridnet.failover.DrillCloud;
import io.github.hybridnet.failover.InsideViews;
import io.github.hybridnet.maven.goal.OpenCloud;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.SimulatorAccess;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** The simulator, seen through a client that somebody has tampered with. */
final class HostileCloud implements OpenCloud {
  private final SimulatorAccess access;
  private final HttpStack stack;
  private final AzureCloud cloud;

  HostileCloud(SimulatorAccess access, ShortTime time, UnaryOperator<HttpClient> tampering) {
    this.access = access;
    Scrubber scrubber = new Scrubber();
    ServiceErrors errors = new ServiceErrors(scrubber, time);
    this.stack = stack(access, time);
    HttpPipeline pipeline =
        new Pipelines(tampering.apply(stack.client()), scrubber)
            .authenticated(
                access.endpoint(),
                new RememberedTokens(
                    () ->
                        request ->
                            Mono.just(
                                new AccessToken(
                                    "a-token", OffsetDateTime.parse("2099-01-01T00:00:00Z"))),
                    time,
                    scrubber,
                    errors::of),
                access.endpoint() + "/.default");
    this.cloud =
        new AzureCloud(
            new ArmRequests(pipeline, access.endpoint(), errors),
            new LongRunningOperations(pipeline, errors, time, time),
            scrubber);
  }

  private static HttpStack stack(SimulatorAccess access, ShortTime time) {
    try {
      return new HttpStack(Trust.only(access.caCertificate()), null, time, time);
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
  public SignInTerm signIn() {
    return SignInTerm.renewable("it is a test");
  }

  @Override
  public ChangeQuestions questions() {
    return cloud.drills();
  }

  @Override
  public Cloud cloud() {
    return cloud;
  }

  @Override
  public Optional<List<String>> zonesOf(Region region) {
    return cloud.zonesOf(subscriptionId(), region);
  }

  @Override
  public GatewayViews views() {
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
