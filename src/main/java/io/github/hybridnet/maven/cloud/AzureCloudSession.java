package io.github.hybridnet.maven.cloud;

import io.github.hybridnet.app.CloudSession;
import io.github.hybridnet.app.SimulatedDrillSetup;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.drill.api.DrillCloud;
import io.github.hybridnet.drill.api.InsideViews;
import io.github.hybridnet.engine.CloudClient;
import io.github.hybridnet.engine.GatewayRoutingClient;
import io.github.hybridnet.engine.guard.ChangeGuardClient;
import io.github.hybridnet.engine.guard.SignInLifetime;
import io.github.hybridnet.model.Region;
import io.github.hybridnet.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A signed-in session, and what has to be closed with it. */
final class AzureCloudSession implements CloudSession {
  private final String name;
  private final AzureSession session;
  private final CloudExtras cloudExtras;

  /**
   * What a simulated cloud adds to a session.
   *
   * @param notes additional lines for the user
   * @param deprovisioning tells the simulated provider which circuit to deprovision
   * @param afterwards run once, when the session is closed
   * @param drillSetup prepares a drill in a virtual network
   */
  record CloudExtras(
      List<String> notes,
      Consumer<ResourceKey> deprovisioning,
      Runnable afterwards,
      Function<String, Optional<SimulatedDrillSetup>> drillSetup) {
    /** Nothing, for a real cloud. */
    static final CloudExtras NOTHING =
        new CloudExtras(List.of(), circuit -> {}, () -> {}, network -> Optional.empty());
  }

  AzureCloudSession(String name, AzureSession session, CloudExtras cloudExtras) {
    this.name = name;
    this.session = session;
    this.cloudExtras = cloudExtras;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String endpoint() {
    return session.endpoint();
  }

  @Override
  public String subscriptionId() {
    return session.subscriptionId();
  }

  @Override
  public List<String> banner() {
    List<String> lines = new ArrayList<>(session.describe().lines());
    lines.addAll(cloudExtras.notes());
    return lines;
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
  public Optional<List<String>> zonesOf(Region region) {
    return session.zonesOf(region);
  }

  @Override
  public GatewayRoutingClient views() {
    return session.views();
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
  public void announceDeprovisioning(ResourceKey circuit) {
    cloudExtras.deprovisioning().accept(circuit);
  }

  @Override
  public Secret resolve(Secret secret) {
    return session.resolve(secret);
  }

  @Override
  public Optional<SimulatedDrillSetup> simulatedDrillSetup(String network) {
    return cloudExtras.drillSetup().apply(network);
  }

  @Override
  public void close() {
    try {
      session.close();
    } finally {
      cloudExtras.afterwards().run();
    }
  }
}
