package io.github.hybridnet.survival;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.CloudSettings;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
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
import io.github.hybridnet.simulator.SimulatorCredentials;
import java.util.List;
import java.util.Optional;

/** A session with the simulator, in another time than the real one. */
final class SignedIn implements OpenCloud {
  private final AzureSession session;

  private SignedIn(AzureSession session) {
    this.session = session;
  }

  static SignedIn to(SimulatorAccess access, ShortTime time) {
    SimulatorCredentials credentials = access.credentials();
    String source = "the test";
    CloudSettings where =
        new CloudSettings(
            new CloudTarget.Endpoint(access.endpoint()),
            source,
            access.caCertificate(),
            new Sourced(credentials.subscriptionId(), source),
            new Sourced(credentials.tenantId(), source));
    SignIn who =
        new SignIn.ServicePrincipal(
            credentials.clientId(),
            Secret.of(credentials.clientSecret(), Secret.Source.FILE),
            credentials.tenantId(),
            source);
    return new SignedIn(
        AzureSession.open(where, who, null, new AzureSession.Time(time, time, time)));
  }

  @Override
  public String name() {
    return "simulator";
  }

  @Override
  public String endpoint() {
    return session.endpoint();
  }

  @Override
  public Optional<List<String>> zonesOf(Region region) {
    return session.zonesOf(region);
  }

  @Override
  public GatewayViews views() {
    return session.views();
  }

  @Override
  public String subscriptionId() {
    return session.subscriptionId();
  }

  @Override
  public List<String> banner() {
    return session.describe().lines();
  }

  @Override
  public SignInTerm signIn() {
    return session.signIn();
  }

  @Override
  public Cloud cloud() {
    return session.cloud();
  }

  @Override
  public ChangeQuestions questions() {
    return session.questions();
  }

  @Override
  public DrillCloud drills() {
    return session.drills();
  }

  @Override
  public InsideViews inside() {
    return session.inside();
  }

  @Override
  public Secret resolve(Secret secret) {
    return session.resolve(secret);
  }

  @Override
  public void close() {
    session.close();
  }
}
