package io.github.hybridnet.survival;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.azure.settings.CloudSettings;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.SignInMethod;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.simulator.SimulatorAccess;
import io.github.hybridnet.simulator.SimulatorCredentials;
import java.util.List;
import java.util.Optional;

/** A session with the simulator, in another time than the real one. */
final class SignedIn implements CloudSession {
  private final AzureSession session;

  private SignedIn(AzureSession session) {
    this.session = session;
  }

  static SignedIn to(SimulatorAccess access, BuildTime time) {
    SimulatorCredentials credentials = access.credentials();
    String source = "the test";
    CloudSettings where =
        new CloudSettings(
            new CloudTarget.Endpoint(access.endpoint()),
            source,
            access.caCertificate(),
            new SourcedValue(credentials.subscriptionId(), source),
            new SourcedValue(credentials.tenantId(), source));
    SignInMethod who =
        new SignInMethod.ServicePrincipal(
            credentials.clientId(),
            Secret.of(credentials.clientSecret(), Secret.Source.FILE),
            credentials.tenantId(),
            source);
    return new SignedIn(
        AzureSession.open(
            where,
            who,
            null,
            new AzureSession.SessionTime(time, time, time),
            TrafficListener.NONE));
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
  public GatewayRoutingClient views() {
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
  public SignInLifetime signIn() {
    return session.signIn();
  }

  @Override
  public CloudClient cloud() {
    return session.cloud();
  }

  @Override
  public ChangeGuardClient questions() {
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
